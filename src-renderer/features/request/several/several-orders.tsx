import { ArrowLeft, Square, Store } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { Workspace } from '../../../lists/types.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { ReadTrouble } from '../../common/parts/read-trouble.tsx'
import { useCounterside } from '../../common/services/services.tsx'
import { useSignals } from '../../common/services/use-workspace.ts'
import type { RequestDraft } from '../form/draft-store.ts'
import type { FormChoices } from '../form/fields.ts'
import { SentNotice } from '../form/sent-notice.tsx'
import { enqueueLines } from '../form/submit.ts'
import { useSavedLinesLeave } from '../form/use-draft-upkeep.ts'
import type { SeveralLine } from './lines.ts'
import { NumbersBox } from './numbers-box.tsx'
import { OrderGroup } from './order-group.tsx'
import { mayBeRounded } from './pasted-numbers.ts'
import { SelectionBar, StuckLines } from './selection-bar.tsx'
import { SeveralForm } from './several-form.tsx'
import { useSeveral } from './use-several.ts'
import { type Lookup, type ShopLookup, useShopLookup } from './use-shop-lookup.ts'

interface SeveralOrdersProps {
  readonly account: Account
  readonly workspace: Workspace
}

/** Lines of several orders of one account, chosen together and asked for with one form. */
export const SeveralOrders = ({ account, workspace }: SeveralOrdersProps) => {
  const { t } = useTranslation()
  const { go } = useNavigation()
  const { shop, session } = useSignals(account)
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

interface NotFoundProps {
  readonly account: Account
  readonly numbers: readonly string[]
  /** Those of them that are numbers of old orders, for which the shop takes no requests. */
  readonly old: ReadonlySet<string>
  readonly lookup: ShopLookup
}

/** Numbers of no order here: each stays in sight until it is found or taken out of the box. */
export const NotFound = ({ account, numbers, old, lookup }: NotFoundProps) => {
  const { t } = useTranslation()
  const { lookups, asking, ask, stop } = lookup
  if (numbers.length === 0) return null
  const failed = numbers.map(number => lookups.get(number)).find(isFailed)
  return (
    <Notice
      tone="wait"
      role="status"
      testId="several-not-found"
      title={t('several.notFound', { count: numbers.length })}
      actions={
        asking ? (
          <Button small variant="ghost" icon={Square} testId="several-ask-stop" onClick={stop}>
            {t('action.stop')}
          </Button>
        ) : (
          <Button small icon={Store} testId="several-ask-shop" onClick={() => ask(numbers)}>
            {t(lookups.size > 0 ? 'atShop.again' : 'atShop.ask')}
          </Button>
        )
      }
    >
      <ul className="several-missing">
        {numbers.map(number => (
          <li key={number} data-order-number={number}>
            <span className="strong">{number}</span>
            <span>{t(`several.missing.${wordOf(lookups.get(number), old.has(number))}`)}</span>
            {mayBeRounded(number) ? <span>{t('several.missing.rounded')}</span> : null}
          </li>
        ))}
      </ul>
      {failed?.failure ? <ReadTrouble account={account} why={failed.failure} instead={t('atShop.notAsked')} /> : null}
    </Notice>
  )
}

const isFailed = (lookup: Lookup | undefined) => lookup?.kind === 'failed'

const wordOf = (lookup: Lookup | undefined, isOld: boolean) => lookup?.kind ?? (isOld ? 'old' : 'here')

/** What was saved in one go. */
interface Saved {
  readonly ids: readonly string[]
  /** The disk stopped before the last one: the rest is still in the form. */
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

/** Saves the chosen lines as entries of one batch. What was saved leaves the form, and the rest stays in it. */
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
