import { ChevronDown } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { Order } from '../../../../src-main/contract/resources.ts'
import type { Workspace } from '../../../lists/types.ts'
import { lineEstimate } from '../../../model/amounts.ts'
import { eligibilityOf } from '../../../model/eligibility.ts'
import { overlayOf } from '../../../model/entries.ts'
import { requestIdsOf } from '../../../model/item-requests.ts'
import { currencyOf, quantityOf } from '../../../model/priced-order.ts'
import { Button } from '../../../ui/button.tsx'
import { useKeyTitle } from '../../common/commands/commands.tsx'
import { stepTo, useWalk } from '../../common/navigation/walk.tsx'
import { useCounterside } from '../../common/services/services.tsx'
import { useEntriesByItem } from '../../common/services/use-entries.ts'
import { commonTypes, type FormChoices, itemsOfView, useChoices, useFittingForm } from './choices.ts'
import { draftsOf, useDraft, useSavedLinesLeave } from './drafts.ts'
import { emptyForm, type RequestForm } from './form.ts'
import { RequestFrame } from './request-frame.tsx'
import { RequestSteps } from './request-steps.tsx'
import { SentNotice } from './sent-notice.tsx'
import { enqueueLines } from './submit.ts'
import './cancellation.css'

interface RequestPanelProps {
  readonly account: Account
  readonly workspace: Workspace
  readonly order: Order
  readonly view: Order | null
}

const nothing: readonly string[] = []

/** Whether the person filled in anything. The type and a single carrier are filled in by the app. */
const isFilled = (form: RequestForm, { companies }: FormChoices): boolean => {
  const [only, ...others] = companies
  const byItself = {
    ...emptyForm,
    type: form.type,
    ...(others.length === 0 && only ? { shippingCompany: only.value } : {}),
  }
  return (Object.keys(emptyForm) as (keyof RequestForm)[]).some(
    field => form[field] !== emptyForm[field] && form[field] !== byItself[field],
  )
}

export const RequestPanel = ({ account, workspace, order, view }: RequestPanelProps) => {
  const { t, i18n } = useTranslation()
  const { outbox } = useCounterside()
  const draft = useDraft(account.id, order.id)
  const drafts = useMemo(() => draftsOf(account.id, order.id), [account.id, order.id])
  const entries = useEntriesByItem(account.id)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [sent, setSent] = useState(nothing)
  const closeSent = useCallback(() => setSent(nothing), [])

  const items = useMemo(
    () => order.orderitem_set.filter(item => draft.lines.has(item.id)),
    [order.orderitem_set, draft.lines],
  )
  const types = useMemo(
    () =>
      commonTypes(
        items.map(item => eligibilityOf(item, order, overlayOf(entries.get(item.id), requestIdsOf(item))).types),
      ),
    [items, order, entries],
  )
  const orders = useMemo(() => [order], [order])
  const choices = useChoices(workspace, orders, itemsOfView(view), items, types)
  const { form } = draft

  useSavedLinesLeave(draft, entries, busy, drafts.remove)
  useFittingForm(form, choices, items.length > 0, drafts.setForm)

  const submit = async () => {
    setBusy(true)
    setFailure(null)
    const lines = items.map(item => ({ order, item }))
    const result = await enqueueLines({ outbox, account, lines, draft, choices, language: i18n.language })
    setBusy(false)
    setFailure(result.failure)
    setSent(result.ids)
    if (result.failure !== null) drafts.setStep('edit')
    drafts.remove(result.saved)
  }

  if (items.length === 0)
    return sent.length === 0 ? null : (
      <div className="request-saved">
        <SentNotice ids={sent} onClose={closeSent}>
          <NextInList />
        </SentNotice>
      </div>
    )

  const isTyped = isFilled(form, choices) || items.some(item => draft.lines.get(item.id)?.quantity !== quantityOf(item))
  const byEsc = draft.step === 'review' ? undefined : isTyped ? 'step-out' : 'close'
  return (
    <RequestFrame lines={items.length} fits={types.length > 0} onLeave={drafts.clear} byEsc={byEsc}>
      <RequestSteps
        account={account}
        form={form}
        step={draft.step}
        lines={items.map(item => ({
          orderItem: item.id,
          name: item.product?.name ?? item.product?.sku ?? t('order.namelessItem'),
          quantity: draft.lines.get(item.id)?.quantity ?? null,
          maxQuantity: quantityOf(item),
          line: lineEstimate(order, item),
          currency: currencyOf(order, item),
        }))}
        choices={choices}
        failure={failure}
        busy={busy}
        onChange={change => {
          setFailure(null)
          drafts.setForm(change)
        }}
        onStep={drafts.setStep}
        onSubmit={() => {
          submit().catch(() => setBusy(false))
        }}
      />
    </RequestFrame>
  )
}

/** A button to the next row after this record is done. Renders nothing at the end of the list. */
const NextInList = () => {
  const { t } = useTranslation()
  const walk = useWalk()
  const next = stepTo(walk, 1)
  const title = useKeyTitle(t('keys.nextInList'), 'list.next')
  if (next === null) return null
  return (
    <Button
      small
      variant="primary"
      icon={ChevronDown}
      testId="next-in-list"
      title={title}
      onClick={() => walk.move(next, true)}
    >
      {t('keys.nextInList')}
    </Button>
  )
}
