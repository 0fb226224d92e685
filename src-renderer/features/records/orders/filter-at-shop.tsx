import { Square, Store } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { FilteredAtShop, ShopFilter, Workspace } from '../../../lists/types.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { ReadTrouble } from '../../common/parts/read-trouble.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { useList } from '../../common/services/use-workspace.ts'
import { otherErrors } from '../../common/words/failure-words.ts'
import { type ListFilter, toQuery } from '../filters/filters.ts'

interface FilterAtShopProps {
  readonly account: Account
  readonly workspace: Workspace
  readonly filter: ListFilter
  /** The filters among them that the shop has as well. */
  readonly wanted: ShopFilter
  readonly matchCount: number
  /** Kept by the screen, because this component moves when the first row appears. */
  readonly control: ShopFilterControl
}

/** Offers to ask the shop for orders with the list's filters. It may have some that this computer lacks. */
export const FilterAtShop = ({ account, workspace, filter, wanted, matchCount, control }: FilterAtShopProps) => {
  const { t } = useTranslation()
  const { asOf } = useList(workspace.orders)
  const { filtering, ask, stop } = control
  const key = keyOf(account.id, filter)
  const state = filtering?.key === key ? filtering.state : null
  const quiet = matchCount > 0
  return (
    <div className={quiet ? 'at-shop at-shop-quiet' : 'at-shop'} data-testid="filter-at-shop-area">
      {asOf === null && state === null ? <p className="muted">{t('filterAtShop.incomplete')}</p> : null}
      <FilterSaid account={account} state={state} hidden={filter.text.trim() !== ''} />
      {state?.kind === 'asking' ? (
        <Button small variant="ghost" icon={Square} testId="filter-at-shop-stop" onClick={stop}>
          {t('action.stop')}
        </Button>
      ) : (
        <Button
          small={quiet}
          variant={state === null && asOf === null ? 'primary' : 'secondary'}
          icon={Store}
          testId="filter-at-shop"
          onClick={() => ask(key, wanted)}
        >
          {t(state === null ? 'filterAtShop.ask' : 'filterAtShop.again')}
        </Button>
      )}
    </div>
  )
}

interface FilterSaidProps {
  readonly account: Account
  readonly state: ShopFiltering['state'] | null
  /** Whether the search box hides some of the orders that came. */
  readonly hidden: boolean
}

const FilterSaid = ({ account, state, hidden }: FilterSaidProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  switch (state?.kind) {
    case undefined:
      return null
    case 'asking':
      return (
        <p role="status" data-testid="filter-at-shop-progress">
          {t('filterAtShop.asking', { done: format.count(state.done) })}
        </p>
      )
    case 'failed':
      return <FilterFailure account={account} failure={state.failure} />
    case 'answered':
      return <FilterAnswer account={account} answer={state.answer} stopped={state.stopped} hidden={hidden} />
  }
}

interface FilterAnswerProps {
  readonly account: Account
  readonly answer: FilteredAtShop
  readonly stopped: boolean
  readonly hidden: boolean
}

/** Why the shop may have more than it returned; null when everything was read. */
const reachOf = ({ obeyed, complete }: FilteredAtShop, stopped: boolean): string | null => {
  if (obeyed === 'no') return 'ignored'
  if (stopped) return 'stopped'
  return complete ? null : 'cut'
}

/**
 * The shop's answer to the filters: how many orders match, whether the shop obeyed the filters, and how far it was
 * read.
 */
const FilterAnswer = ({ account, answer, stopped, hidden }: FilterAnswerProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const { came, matching, added, unreadable, failure, obeyed, complete } = answer
  const reach = failure === null ? reachOf(answer, stopped) : null
  const numbers = { came: format.count(came), matching: format.count(matching), added: format.count(added) }
  const said = came === 0 ? 'nothing' : matching === came ? 'allFit' : 'someFit'
  return (
    <div
      className="at-shop-answer"
      data-testid="filter-at-shop-said"
      role="status"
      data-came={came}
      data-matching={matching}
      data-obeyed={obeyed}
      data-complete={complete}
    >
      <p className="at-shop-said">
        {t(`filterAtShop.${said}`, { count: came, ...numbers })}{' '}
        {added > 0 ? t('filterAtShop.added', { count: added, added: numbers.added }) : null}
      </p>
      {reach ? <p>{t(`filterAtShop.${reach}`)}</p> : null}
      {unreadable > 0 ? <p>{t('list.unreadable', { count: unreadable })}</p> : null}
      {hidden && matching > 0 ? <p className="muted">{t('filterAtShop.hidden')}</p> : null}
      {failure ? <ReadTrouble account={account} why={failure} kept={t('filterAtShop.brokeOff')} /> : null}
    </div>
  )
}

/** Why asking with filters failed. A 400 is about the filters, not about the account or the connection. */
const FilterFailure = ({ account, failure }: { account: Account; failure: Failure | null }) => {
  const { t } = useTranslation()
  const notAsked = t('filterAtShop.notAsked')
  if (failure === null) return <p role="status">{notAsked}</p>
  if (failure.status !== 400) return <ReadTrouble account={account} why={failure} kept={notAsked} instead={notAsked} />
  return (
    <Notice tone="wait" role="status" testId="filter-at-shop-refused" code={failure.kind}>
      <p>{t('filterAtShop.refused')}</p>
      {otherErrors(failure, t).map(text => (
        <p key={text} className="muted">
          {t('failure.shopSaid')} “<bdi>{text}</bdi>”
        </p>
      ))}
    </Notice>
  )
}

interface ShopFiltering {
  /** The key of the filters, from `keyOf`. An answer belongs only to the filters it was asked with. */
  readonly key: string
  readonly state:
    | { readonly kind: 'asking'; readonly done: number; readonly total: number | null }
    | { readonly kind: 'answered'; readonly answer: FilteredAtShop; readonly stopped: boolean }
    | { readonly kind: 'failed'; readonly failure: Failure | null }
}

interface ShopFilterControl {
  readonly filtering: ShopFiltering | null
  readonly ask: (key: string, filter: ShopFilter) => void
  readonly stop: () => void
}

/**
 * Asks the shop, one question at a time. A new question cancels the last one, as does leaving the screen or the
 * account.
 */
export const useShopFilter = (workspace: Workspace | null): ShopFilterControl => {
  const [filtering, setFiltering] = useState<ShopFiltering | null>(null)
  const running = useRef<AbortController | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is cancelled when the account changes
  useEffect(() => () => running.current?.abort(), [workspace])

  const ask = useCallback(
    (key: string, filter: ShopFilter) => {
      if (workspace === null) return
      running.current?.abort()
      const mine = new AbortController()
      running.current = mine
      const show = (state: ShopFiltering['state']) => {
        if (running.current === mine) setFiltering({ key, state })
      }
      show({ kind: 'asking', done: 0, total: null })
      workspace
        .filterAtShop(filter, {
          signal: mine.signal,
          onProgress: (done, total) => show({ kind: 'asking', done, total }),
        })
        .then(reply =>
          show(
            reply.ok
              ? { kind: 'answered', answer: reply.value, stopped: mine.signal.aborted }
              : { kind: 'failed', failure: reply.failure },
          ),
        )
        .catch(() => show({ kind: 'failed', failure: null }))
    },
    [workspace],
  )
  const stop = useCallback(() => running.current?.abort(), [])
  return { filtering, ask, stop }
}

/** The list's filters that the shop has as well; null when none of them is set. */
export const shopFilterOf = (filter: ListFilter, now: number): ShopFilter | null => {
  const { statuses, from, to } = toQuery(filter, now)
  const [status = null] = statuses
  return status === null && from === null && to === null ? null : { status, from, to }
}

/** Identifies an account and its filters. It does not change with the time of day. */
export const keyOf = (accountId: string, { status, range, fromDay, toDay }: ListFilter): string =>
  JSON.stringify([accountId, status, range, ...(range === 'custom' ? [fromDay, toDay] : [])])
