import { ArrowLeft } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { Workspace } from '../../../lists/types.ts'
import { Button } from '../../../ui/button.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { NoAccount } from '../../common/navigation/connect-actions.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useCounterside } from '../../common/services/services.tsx'
import { useAccountFor, useActiveWorkspace, useConnection } from '../../common/services/use-workspace.ts'
import type { FormChoices } from '../form/choices.ts'
import { type RequestDraft, useSavedLinesLeave } from '../form/drafts.ts'
import { SentNotice } from '../form/sent-notice.tsx'
import { enqueueLines } from '../form/submit.ts'
import type { SeveralLine } from './lines.ts'
import { NumbersBox } from './numbers-box.tsx'
import { OrderGroup } from './order-group.tsx'
import { SelectionBar, StuckLines } from './selection-bar.tsx'
import { SeveralForm } from './several-form.tsx'
import { NotFound, useShopLookup } from './shop-lookup.tsx'
import { useSeveral } from './use-several.ts'
import '../form/cancellation.css'
import './several.css'

export const SeveralScreen = () => {
  const account = useAccountFor('customer')
  const workspace = useActiveWorkspace('customer')
  if (account === null || workspace === null) return <NoAccount kind="customer" />
  return <SeveralOrders key={account.id} account={account} workspace={workspace} />
}

interface SeveralOrdersProps {
  readonly account: Account
  readonly workspace: Workspace
}

/** One request form for lines of several orders of one account. */
const SeveralOrders = ({ account, workspace }: SeveralOrdersProps) => {
  const { t } = useTranslation()
  const { go } = useNavigation()
  const { shop, session } = useConnection(account)
  const several = useSeveral(account, workspace)
  const { draft, drafts, entries, sought, found, missing, lines, selection } = several
  const lookup = useShopLookup(workspace)
  const { busy, failure, saved, submit, forgetFailure, forgetSaved } = useSubmit({ account, draft, drafts })
  useSavedLinesLeave(draft, entries, busy, drafts.remove)

  const nameOf = ({ about }: Entry): string =>
    [about.orderNumber ?? about.orderId, about.productName ?? t('order.namelessItem')].join(' · ')

  const away = shop === 'not-answering' || session === 'signed-out'
  const stuck = several.isReading || busy ? [] : selection.stuck
  const hasForm = selection.lines.length > 0 && stuck.length === 0
  return (
    <article className="several" data-panel={hasForm ? 'open' : 'closed'} aria-label={t('several.title')}>
      <div className="several-main scroll">
        <div className="several-head">
          <Button variant="ghost" small icon={ArrowLeft} testId="several-back" onClick={() => go('orders')}>
            {t('nav.orders')}
          </Button>
          <h1>{t('several.title')}</h1>
        </div>
        <NumbersBox sought={sought} onSought={drafts.setSought} onClear={drafts.clear} />
        {saved ? <SentNotice {...saved} nameOf={nameOf} onClose={forgetSaved} /> : null}
        {several.loaded ? null : <Skeleton rows={6} label={t('list.loading')} />}
        {several.loaded ? <NotFound account={account} numbers={missing} old={several.old} lookup={lookup} /> : null}
        {found.length === 0 && draft.lines.size === 0 ? null : (
          <SelectionBar
            lines={lines}
            selection={selection}
            selected={draft.lines}
            onSelectOnly={(quantities, type) => {
              drafts.selectOnly(quantities)
              if (draft.form.type !== type) drafts.setForm({ type, reason: '' })
            }}
            onDrop={drafts.drop}
          />
        )}
        <StuckLines items={stuck} onDrop={drafts.drop} />
        {found.map(({ summary, reading, lines: ofOrder }) => (
          <OrderGroup
            key={summary.id}
            account={account}
            summary={summary}
            reading={reading}
            lines={ofOrder}
            selected={draft.lines}
            away={away}
            onAgain={several.again}
            onSelect={drafts.select}
            onQuantity={drafts.setQuantity}
          />
        ))}
      </div>
      {hasForm ? (
        <SeveralForm
          account={account}
          workspace={workspace}
          draft={draft}
          drafts={drafts}
          selection={selection}
          busy={busy}
          failure={failure}
          onChange={forgetFailure}
          onLeave={() => drafts.remove([...draft.lines.keys()])}
          onSubmit={submit}
        />
      ) : null}
    </article>
  )
}

/** The entries that were saved together. */
interface Saved {
  readonly ids: readonly string[]
  /** Only some lines could be saved; the rest is still in the form. */
  readonly inPart: boolean
}

interface SubmitInput {
  readonly account: Account
  readonly draft: RequestDraft
  readonly drafts: {
    readonly setStep: (step: RequestDraft['step']) => void
    readonly remove: (items: readonly string[]) => void
  }
}

/** Saves the selected lines as entries of one batch. Lines that could not be saved stay in the form. */
const useSubmit = ({ account, draft, drafts }: SubmitInput) => {
  const { i18n } = useTranslation()
  const { outbox } = useCounterside()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [saved, setSaved] = useState<Saved | null>(null)

  const save = async (lines: readonly SeveralLine[], choices: FormChoices) => {
    const result = await enqueueLines({ outbox, account, lines, draft, choices, language: i18n.language })
    setFailure(result.failure)
    setSaved(result.ids.length === 0 ? null : { ids: result.ids, inPart: result.failure !== null })
    if (result.failure !== null) drafts.setStep('edit')
    drafts.remove(result.saved)
  }
  const submit = (lines: readonly SeveralLine[], choices: FormChoices) => {
    setBusy(true)
    setFailure(null)
    save(lines, choices)
      .finally(() => setBusy(false))
      .catch(() => undefined)
  }
  const forgetSaved = useCallback(() => setSaved(null), [])
  return { busy, failure, saved, submit, forgetFailure: () => setFailure(null), forgetSaved }
}
