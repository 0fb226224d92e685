import { CloudDownload, FileWarning, FilterX, Inbox, LogIn, type LucideIcon, RefreshCw, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { PullState } from '../../../lists/types.ts'
import { Button } from '../../../ui/button.tsx'
import { useSignInAgain } from '../../common/navigation/connect-actions.tsx'
import type { Screen } from '../../common/navigation/navigation.tsx'
import { ReadTrouble } from '../../common/parts/read-trouble.tsx'
import { useFilters } from '../filters/filter-store.tsx'
import { noFilter } from '../filters/filters.ts'

/** The reasons for an empty list. Each has a text of its own; `loading` passes by itself. */
type EmptyKind = 'nothing' | 'not-synced' | 'filtered' | 'signed-out' | 'unreadable' | 'loading'

export interface ListFacts {
  readonly loaded: boolean
  readonly rowCount: number
  readonly matchCount: number
  readonly asOf: number | null
  readonly pull: PullState
  readonly unreadableCount: number
  readonly signedIn: boolean
}

const garbled = new Set(['not-json', 'incompatible', 'bug', 'server-error'])

/** Why a list shows no row; null when it shows some. */
export const emptyKind = (facts: ListFacts): EmptyKind | null => {
  if (!facts.loaded) return 'loading'
  if (facts.matchCount > 0) return null
  if (facts.rowCount > 0) return 'filtered'
  if (facts.unreadableCount > 0) return 'unreadable'
  if (facts.pull.kind === 'running') return 'loading'
  if (facts.pull.kind === 'failed' && facts.pull.failure.kind === 'signed-out') return 'signed-out'
  if (!facts.signedIn) return 'signed-out'
  if (facts.pull.kind === 'failed' && garbled.has(facts.pull.failure.kind)) return 'unreadable'
  return facts.asOf === null ? 'not-synced' : 'nothing'
}

interface ListEmptyProps {
  readonly kind: Exclude<EmptyKind, 'loading'>
  readonly screen: Screen
  readonly account: Account
  readonly store: { readonly refresh: () => Promise<void> }
  readonly failure: Failure | null
  readonly beyond?: ReactNode
}

/** The button that helps in each case. */
export const ListEmpty = ({ kind, screen, account, store, failure, beyond = null }: ListEmptyProps) => {
  const { t } = useTranslation()
  const filters = useFilters()
  const signInAgain = useSignInAgain()
  const refresh = (
    <Button icon={RefreshCw} onClick={() => store.refresh().catch(() => undefined)}>
      {t('action.refresh')}
    </Button>
  )
  const actions = {
    nothing: refresh,
    'not-synced': refresh,
    unreadable: refresh,
    filtered: (
      <Button icon={X} onClick={() => filters.choose(screen, null, noFilter)}>
        {t('filter.clear')}
      </Button>
    ),
    'signed-out': (
      <Button variant="primary" icon={LogIn} onClick={() => signInAgain(account)}>
        {t('action.signInAgain')}
      </Button>
    ),
  }
  return (
    <EmptyState
      kind={kind}
      list={screen}
      detail={
        <>
          {failure && kind !== 'signed-out' ? <ReadTrouble account={account} why={failure} /> : null}
          {beyond}
        </>
      }
      actions={actions[kind]}
    />
  )
}

type RealEmpty = Exclude<EmptyKind, 'loading'>

const icons: Record<RealEmpty, LucideIcon> = {
  nothing: Inbox,
  'not-synced': CloudDownload,
  filtered: FilterX,
  'signed-out': LogIn,
  unreadable: FileWarning,
}

interface EmptyStateProps {
  readonly kind: RealEmpty
  /** The list's part of the text keys, for example `orders`. */
  readonly list: string
  readonly detail?: ReactNode
  readonly actions?: ReactNode
}

const EmptyState = ({ kind, list, detail, actions }: EmptyStateProps) => {
  const { t } = useTranslation()
  const Icon = icons[kind]
  return (
    <div className={`empty empty-${kind}`} data-testid="list-empty" data-empty={kind} role="status">
      <span className="empty-icon">
        <Icon aria-hidden strokeWidth={1.5} />
      </span>
      <h2>{kind === 'nothing' ? t(`empty.nothing.${list}`) : t(`empty.${kind}.title`)}</h2>
      <p className="muted">{kind === 'nothing' ? t('empty.nothing.text') : t(`empty.${kind}.text`)}</p>
      {detail}
      {actions ? <div className="cluster empty-actions">{actions}</div> : null}
    </div>
  )
}
