import { LogIn, RefreshCw, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { Button } from '../../../ui/button.tsx'
import type { Screen } from '../../common/navigation/navigation.tsx'
import { useSignInAgain } from '../../common/navigation/use-sign-in-again.ts'
import { ReadTrouble } from '../../common/parts/read-trouble.tsx'
import { useFilters } from '../filters/filter-store.tsx'
import { noFilter } from '../filters/filters.ts'
import type { EmptyKind } from './empty-kind.ts'
import { EmptyState } from './empty-state.tsx'

interface ListEmptyProps {
  readonly kind: Exclude<EmptyKind, 'loading'>
  readonly screen: Screen
  readonly account: Account
  readonly store: { readonly refresh: () => Promise<void> }
  readonly failure: Failure | null
  readonly beyond?: ReactNode
}

/** The way out of each kind of emptiness. */
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
