import { useCallback, useEffect, useRef } from 'react'
import { recordList } from '../../../lists/record-list.ts'
import { isRecordKind, recordKindNames, recordKinds } from '../../../model/record-kinds.ts'
import { useCommand } from '../../common/commands/commands.tsx'
import { Keyboard } from '../../common/commands/keyboard.tsx'
import { type Screen, useNavigation } from '../../common/navigation/navigation.tsx'
import { kindOf } from '../../common/navigation/screens.ts'
import { PaneBoundary } from '../../common/parts/pane-boundary.tsx'
import { useBridge, useCounterside, usePreferences } from '../../common/services/services.tsx'
import { useAccountFor, useActiveAccount, useActiveWorkspace, useList } from '../../common/services/use-workspace.ts'
import { ActivityScreen } from '../../queue/activity/activity-screen.tsx'
import { OutcomeNotices } from '../../queue/notices/outcome-notices.tsx'
import { OutboxScreen } from '../../queue/outbox/outbox-screen.tsx'
import { ReadinessScreen } from '../../queue/readiness/readiness-screen.tsx'
import { SummaryScreen } from '../../queue/summary/summary-screen.tsx'
import { useCustomerCommand } from '../../records/customers/customer-link.tsx'
import { CustomerScreen } from '../../records/customers/customer-screen.tsx'
import { recordScreens } from '../../records/record-screens.tsx'
import { ViewOffers } from '../../records/views/use-views.tsx'
import { SeveralScreen } from '../../request/several/several-screen.tsx'
import type { ConnectWay } from '../connect/connect-error.tsx'
import { ConnectScreen } from '../connect/connect-screen.tsx'
import { DeepLinks } from '../deep-links/deep-links.tsx'
import { FindBox } from '../find/find-box.tsx'
import { SettingsScreen } from '../settings/settings-screen.tsx'
import { TabStrip } from '../tabs/tab-strip.tsx'
import { Banners } from './banners.tsx'
import { Header, searchInputId } from './header.tsx'
import { Nav } from './nav.tsx'
import { QuitGuard } from './quit-guard.tsx'
import { useMenu } from './use-menu.ts'
import './shell.css'

/** After signing in again or adding an account, the screen with its rows opens. */
const AddAccount = () => {
  const { connectHint, go } = useNavigation()
  const { outbox } = useCounterside()
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const onConnected = (way: ConnectWay) => {
    outbox.wake()
    // A sign-in can take a while. A person who went elsewhere meanwhile stays there.
    if (isHere.current) go(way === 'staff' ? 'pending' : 'orders')
  }
  return <ConnectScreen hint={connectHint} onConnected={onConnected} />
}

const Content = ({ screen }: { screen: Screen }) => {
  if (isRecordKind(screen)) {
    const RecordScreen = recordScreens[screen]
    return <RecordScreen />
  }
  switch (screen) {
    case 'customer':
      return <CustomerScreen />
    case 'several':
      return <SeveralScreen />
    case 'outbox':
      return <OutboxScreen />
    case 'activity':
      return <ActivityScreen />
    case 'readiness':
      return <ReadinessScreen />
    case 'summary':
      return <SummaryScreen />
    case 'settings':
      return <SettingsScreen />
    case 'connect':
      return <AddAccount />
  }
}

export const Shell = () => {
  const { screen } = useNavigation()
  const active = useActiveAccount()
  const customer = useAccountFor('customer')
  const staff = useAccountFor('staff')
  const kind = kindOf(screen)
  const shown = kind === null ? active : kind === 'staff' ? staff : customer
  const { refreshing, refresh } = useRefresh()
  useShortcuts(refresh)
  useMenu()
  useHistoryCommands()
  useReasonsInLanguage()
  useCustomerCommand()

  return (
    <div className="shell" data-shop-colour={(shown ?? active)?.shop.colour} data-testid="shell">
      <Header shown={shown ?? active} refreshing={refreshing} onRefresh={refresh} />
      <Nav />
      <main className="main">
        <TabStrip />
        <Banners account={shown} />
        <div className="main-screen" id="shown-record" tabIndex={-1}>
          <PaneBoundary key={screen}>
            <Content screen={screen} />
          </PaneBoundary>
        </div>
      </main>
      <QuitGuard />
      <OutcomeNotices />
      <ViewOffers />
      <DeepLinks />
      <FindBox />
      <Keyboard />
    </div>
  )
}

const backButton = 3
const forwardButton = 4

const nothing = () => undefined

/** Back and forward by command, and by the buttons that a mouse has for it. */
const useHistoryCommands = (): void => {
  const { back, forward } = useNavigation()
  useCommand('go.back', back ?? nothing, back !== null)
  useCommand('go.forward', forward ?? nothing, forward !== null)

  useEffect(() => {
    const onButton = (event: MouseEvent) => {
      if (event.button !== backButton && event.button !== forwardButton) return
      event.preventDefault()
      if (document.querySelector('dialog[open]')) return
      if (event.button === backButton) back?.()
      else forward?.()
    }
    window.addEventListener('mouseup', onButton)
    return () => window.removeEventListener('mouseup', onButton)
  }, [back, forward])
}

/** A shop may send its reasons in one language only, the one it was asked in: after a change they are asked for again. */
const useReasonsInLanguage = (): void => {
  const bridge = useBridge()
  const { language } = usePreferences()
  const workspace = useActiveWorkspace('customer')
  const readIn = useRef(language)
  useEffect(() => {
    if (readIn.current === language || workspace === null) return
    readIn.current = language
    // Main has to know the language before it asks; telling it twice does no harm.
    bridge.app
      .prefer({ language })
      .then(() => (workspace.account.signedIn ? workspace.reasons.refresh() : undefined))
      .catch(() => undefined)
  }, [bridge, language, workspace])
}

/** Reads the list on the screen again, everything where no list is shown; and has the outbox look, too. */
const useRefresh = (): { refreshing: boolean; refresh: () => void } => {
  const { outbox } = useCounterside()
  const { screen } = useNavigation()
  const customer = useActiveWorkspace('customer')
  const staff = useActiveWorkspace('staff')
  const workspace = isRecordKind(screen) ? { customer, staff }[recordKinds[screen].account] : null
  const list = workspace && isRecordKind(screen) ? recordList(workspace, screen) : null
  // The lists differ only in what a row is, and that does not matter here.
  const { pull } = useList<unknown>(list)

  const refresh = useCallback(() => {
    outbox.wake()
    if (list) list.refresh().catch(() => undefined)
    else for (const workspace of [customer, staff]) workspace?.refreshAll().catch(() => undefined)
  }, [outbox, list, customer, staff])
  return { refreshing: pull.kind === 'running', refresh }
}

const focusSearch = (): void => {
  const box = document.getElementById(searchInputId)
  if (!(box instanceof HTMLInputElement)) return
  box.focus()
  box.select()
}

const goScreens = [
  ...recordKindNames,
  'outbox',
  'activity',
  'several',
  'readiness',
  'summary',
  'settings',
] as const satisfies readonly Screen[]

/** Commands of the whole window. */
const useShortcuts = (refresh: () => void): void => {
  const { go } = useNavigation()

  useCommand('find.inList', focusSearch)
  useCommand('window.refresh', refresh)
  for (const screen of goScreens) {
    // biome-ignore lint/correctness/useHookAtTopLevel: the screens never change, so each render has the same hooks
    useCommand(`go.${screen}`, () => go(screen))
  }
}
