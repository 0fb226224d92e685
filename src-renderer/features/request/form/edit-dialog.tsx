import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CancellationType } from '../../../../src-main/contract/commands.ts'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { Order } from '../../../../src-main/contract/resources.ts'
import type { Workspace } from '../../../lists/types.ts'
import { lineEstimate } from '../../../model/amounts.ts'
import { eligibilityOf } from '../../../model/eligibility.ts'
import { quantityOf } from '../../../model/priced-order.ts'
import { Dialog, useTyped } from '../../../ui/dialog.tsx'
import { NumberField } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useCounterside } from '../../common/services/services.tsx'
import { useRow } from '../../common/services/use-row.ts'
import { useAccounts, useWorkspaceOf } from '../../common/services/use-workspace.ts'
import { errorOfField } from '../../common/words/failure-words.ts'
import { itemsOfView, useChoices } from './choices.ts'
import { fromPayload, type RequestForm, toPayload } from './form.ts'
import { RequestSteps } from './request-steps.tsx'

const orderReaders = { read: (workspace: Workspace, id: string) => workspace.order(id) }
const viewReaders = { read: (workspace: Workspace, id: string) => workspace.cancellationView(id) }

interface EditDialogProps {
  readonly entry: Entry
  readonly onClose: () => void
}

export const EditDialog = ({ entry, onClose }: EditDialogProps) => {
  const { t } = useTranslation()
  const { accounts } = useAccounts()
  const account = accounts.find(each => each.id === entry.accountId) ?? null
  const workspace = useWorkspaceOf(account?.id ?? null)
  return (
    <Dialog wide title={t('entry.editTitle')} flush testId="entry-edit-dialog" onClose={onClose}>
      {account === null || workspace === null ? (
        <Notice tone="wait">{t('outbox.accountGoneText')}</Notice>
      ) : (
        <EditForm entry={entry} account={account} workspace={workspace} onClose={onClose} />
      )}
    </Dialog>
  )
}

interface EditFormProps extends EditDialogProps {
  readonly account: Workspace['account']
  readonly workspace: Workspace
}

/** What is asked now stays choosable, even when the cached order no longer allows it: the shop decides. */
const typesOf = (entry: Entry, order: Order | null): readonly CancellationType[] => {
  const item = order?.orderitem_set.find(each => each.id === entry.orderItem)
  const allowed = order && item ? eligibilityOf(item, order, null).types : []
  const asked = entry.command.payload.cancellation_type
  return allowed.includes(asked) ? allowed : [asked, ...allowed]
}

interface Typed {
  readonly form: RequestForm
  /** Undefined until one is typed, if the request has none. */
  readonly quantity: number | null | undefined
}

const EditForm = ({ entry, account, workspace, onClose }: EditFormProps) => {
  const { t } = useTranslation()
  const { outbox } = useCounterside()
  const { payload } = entry.command
  const order = useRow<Order>(workspace, entry.about.orderId, orderReaders, false).row?.value ?? null
  const view = useRow<Order>(workspace, entry.about.orderId, viewReaders, false).row?.value ?? null
  const items = useMemo(() => (order?.orderitem_set ?? []).filter(item => item.id === entry.orderItem), [order, entry])
  const types = useMemo(() => typesOf(entry, order), [entry, order])
  const orders = useMemo(() => (order === null ? [] : [order]), [order])
  const offered = useChoices(workspace, orders, itemsOfView(view), items, types)
  const { customerName } = entry.about
  // An entry without a customer name has an e-mail address instead.
  const known = customerName?.includes('@') ? null : customerName
  const choices = { ...offered, customerName: offered.customerName ?? known }
  const [{ form, quantity: asked }, type, forget] = useTyped<Typed>(`entry ${entry.id} ${entry.revision}`, {
    form: fromPayload(payload),
    quantity: payload.quantity,
  })
  const change = (more: Partial<RequestForm>, pieces?: number | null) =>
    type(before => ({
      form: { ...before.form, ...more },
      quantity: pieces === undefined ? before.quantity : pieces,
    }))
  const leave = () => {
    forget()
    onClose()
  }
  const [step, setStep] = useState<'edit' | 'review'>('edit')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(entry.state === 'REJECTED' ? entry.lastFailure : null)
  const [item] = items
  const maxQuantity = item ? quantityOf(item) : Math.max(payload.quantity ?? 1, 1)
  // A request that names no number is for all of the line.
  const quantity = asked === undefined ? maxQuantity : asked
  const quantityFits = quantity !== null && quantity >= 1 && quantity <= maxQuantity
  const line = { orderItem: entry.orderItem, quantity, maxQuantity }
  const isGone = entry.state !== 'QUEUED' && entry.state !== 'REJECTED'

  useEffect(() => {
    if (isGone) setStep('edit')
  }, [isGone])

  const submit = async () => {
    const changed = toPayload(form, line)
    if (changed === null) return
    setBusy(true)
    const reply = await outbox.edit(entry.id, changed)
    setBusy(false)
    if (reply.ok) leave()
    else {
      setFailure(reply.failure)
      setStep('edit')
    }
  }

  if (isGone) return <Notice tone="wait">{t('entry.editTooLate')}</Notice>
  return (
    <RequestSteps
      account={account}
      form={form}
      step={step}
      lines={[
        {
          ...line,
          name: entry.about.productName ?? t('order.namelessItem'),
          line: entry.about.line ?? (order && item ? lineEstimate(order, item) : { amount: null, pieces: null }),
          currency: entry.about.currency,
        },
      ]}
      choices={choices}
      failure={failure}
      busy={busy}
      again={entry.state === 'REJECTED' ? 'refused' : 'changed'}
      onChange={more => {
        setFailure(null)
        change(more)
      }}
      onStep={setStep}
      onCancel={leave}
      onSubmit={() => {
        submit().catch(() => setBusy(false))
      }}
      extraField={maxQuantity > 1 ? 'quantity' : undefined}
      extra={
        maxQuantity > 1 && step === 'edit' ? (
          <NumberField
            label={t('order.quantity')}
            min={1}
            max={maxQuantity}
            testId="line-quantity"
            value={quantity}
            error={quantityFits ? errorOfField(failure, 'quantity', t) : t('form.problem.quantityOutOfRange')}
            onNumber={next => {
              setFailure(null)
              change({}, next)
            }}
          />
        ) : null
      }
    />
  )
}
