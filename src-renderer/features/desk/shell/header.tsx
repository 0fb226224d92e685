import { RefreshCw, Search } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { Button } from '../../../ui/button.tsx'
import type { NamedAction } from '../../common/commands/command-center.ts'
import { useCommand, useKeyHint, useKeyTitle, useOffer } from '../../common/commands/commands.tsx'
import { bareKey } from '../../common/commands/keys.ts'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { kindOf } from '../../common/navigation/screens.ts'
import { useBridge } from '../../common/services/services.tsx'
import { useAccounts, useActiveAccount } from '../../common/services/use-workspace.ts'
import { useSearchText } from '../../records/filters/filter-store.tsx'
import { useTradeInLink } from '../../records/orders/trade-in-link.tsx'
import { FindButton } from '../find/find-button.tsx'
import { Signals } from './signals.tsx'

interface HeaderProps {
  /** Whose rows the screen shows; its shop gives the colour. */
  readonly shown: Account | null
  readonly refreshing: boolean
  readonly onRefresh: () => void
}

const groupByShop = (accounts: readonly Account[]): readonly (readonly [string, readonly Account[]])[] => {
  const groups = new Map<string, Account[]>()
  for (const account of accounts) groups.set(account.shop.id, [...(groups.get(account.shop.id) ?? []), account])
  return [...groups]
}

const noActions: readonly NamedAction[] = []

/** Chooses the account. Accounts are grouped by shop; the badge beside it names the shop. */
const AccountSwitch = ({ shown }: { shown: Account | null }) => {
  const { t } = useTranslation()
  const bridge = useBridge()
  const { accounts } = useAccounts()
  const active = useActiveAccount()
  const { screen, go } = useNavigation()
  const select = useRef<HTMLSelectElement>(null)
  // The account whose rows are on the screen, which is not always the one that was chosen last.
  const choose = (accountId: string) => {
    bridge.accounts.activate({ accountId }).catch(() => undefined)
    const chosen = accounts.find(account => account.id === accountId)
    const kind = kindOf(screen)
    const leaves = screen === 'customer' || (kind !== null && kind !== chosen?.kind)
    if (chosen && leaves) go(chosen.kind === 'staff' ? 'pending' : 'orders')
  }
  const latest = useRef(choose)
  useEffect(() => {
    latest.current = choose
  })
  useCommand('go.account', () => select.current?.focus(), accounts.length > 1)
  useOffer(
    useMemo(
      () =>
        accounts.length < 2
          ? noActions
          : accounts.map(account => ({
              id: `account:${account.id}`,
              label: joinedTexts([account.label, account.shop.name, t(`account.kind.${account.kind}`)], ' · '),
              kind: t('header.account'),
              run: () => latest.current(account.id),
            })),
      [accounts, t],
    ),
  )
  return (
    <select
      ref={select}
      className="select account-switch"
      data-testid="account-switch"
      aria-label={t('header.account')}
      value={(shown ?? active)?.id ?? ''}
      onChange={event => choose(event.target.value)}
    >
      {groupByShop(accounts).map(([shopId, group]) => (
        <optgroup key={shopId} label={group[0]?.shop.name ?? shopId}>
          {group.map(account => (
            <option key={account.id} value={account.id}>
              {joinedTexts([account.label, t(`account.kind.${account.kind}`)], ' · ')}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}

export const searchInputId = 'search'

/** Focuses a row of the list; a row of the other list below it only when the list has none. */
const firstResult = '.virtual > ul .row[tabindex="0"], .list-none .row[tabindex="0"]'

const SearchBox = () => {
  const { t } = useTranslation()
  const { target, text, search } = useSearchText()
  const followTradeIn = useTradeInLink()
  const input = useRef<HTMLInputElement>(null)
  const where = t(`header.searchIn.${target}`)
  const keys = useKeyHint('find.inList')

  // Arrow down moves from the box into the results, Escape leaves the box.
  useEffect(() => {
    const box = input.current
    const onKey = (event: KeyboardEvent) => {
      const key = bareKey(event)
      if (key === 'ArrowDown' || key === 'Enter') {
        const row = document.querySelector<HTMLElement>(firstResult)
        if (!row) return
        event.preventDefault()
        row.focus()
        if (key === 'Enter' && !event.repeat) row.click()
      } else if (key === 'Escape') {
        event.preventDefault()
        if (box?.value) search('')
        else box?.blur()
      }
    }
    box?.addEventListener('keydown', onKey)
    return () => box?.removeEventListener('keydown', onKey)
  })

  return (
    <div className="search">
      <Search className="icon" aria-hidden />
      <input
        ref={input}
        id={searchInputId}
        className="input"
        type="search"
        data-testid="search-input"
        autoComplete="off"
        spellCheck={false}
        aria-label={where}
        aria-keyshortcuts="Control+F"
        placeholder={t('header.searchBy', { where })}
        value={text}
        onChange={event => {
          if (!followTradeIn(event.target.value)) search(event.target.value)
        }}
      />
      {keys.length === 0 ? null : (
        <span className="kbd" aria-hidden>
          {keys.join(' ')}
        </span>
      )}
    </div>
  )
}

export const Header = ({ shown, refreshing, onRefresh }: HeaderProps) => {
  const { t } = useTranslation()
  const refreshTitle = useKeyTitle(t('action.refresh'), 'window.refresh')
  return (
    <header className="header">
      <div className="header-shop">
        <span className="shop-badge" data-testid="shop-name" title={shown?.shop.name}>
          {shown?.shop.name ?? t('app.name')}
        </span>
        <AccountSwitch shown={shown} />
      </div>
      <div className="header-find">
        <FindButton />
        <SearchBox />
      </div>
      <div className="header-end">
        <Signals account={shown} />
        <Button
          variant="ghost"
          icon={RefreshCw}
          testId="refresh"
          busy={refreshing}
          aria-label={t('action.refresh')}
          title={refreshTitle}
          onClick={onRefresh}
        />
      </div>
    </header>
  )
}
