import { Keyboard } from '../../common/commands/keyboard.tsx'
import { type Screen, useNavigation } from '../../common/navigation/navigation.tsx'
import { kindOf } from '../../common/navigation/screens.ts'
import { PaneBoundary } from '../../common/parts/pane-boundary.tsx'
import { useCounterside } from '../../common/services/services.tsx'
import { useAccountFor, useActiveAccount } from '../../common/services/use-workspace.ts'
import { ActivityScreen } from '../../queue/activity/activity-screen.tsx'
import { OutcomeNotices } from '../../queue/notices/outcome-notices.tsx'
import { OutboxScreen } from '../../queue/outbox/outbox-screen.tsx'
import { ReadinessScreen } from '../../queue/readiness/readiness-screen.tsx'
import { SummaryScreen } from '../../queue/summary/summary-screen.tsx'
import { useCustomerCommand } from '../../records/customers/customer-link.tsx'
import { CustomerScreen } from '../../records/customers/customer-screen.tsx'
import { OldOrdersScreen } from '../../records/old-orders/old-orders-screen.tsx'
import { OrdersScreen } from '../../records/orders/orders-screen.tsx'
import { PendingScreen } from '../../records/pending/pending-screen.tsx'
import { RequestsScreen } from '../../records/requests/requests-screen.tsx'
import { ViewOffers } from '../../records/views/use-views.tsx'
import { SeveralScreen } from '../../request/several/several-screen.tsx'
import type { ConnectWay } from '../connect/connect-error.tsx'
import { ConnectScreen } from '../connect/connect-screen.tsx'
import { DeepLinks } from '../deep-links/deep-links.tsx'
import { FindBox } from '../find/find-box.tsx'
import { SettingsScreen } from '../settings/settings-screen.tsx'
import { TabStrip } from '../tabs/tab-strip.tsx'
import { Banners } from './banners.tsx'
import { Header } from './header.tsx'
import { Nav } from './nav.tsx'
import { QuitGuard } from './quit-guard.tsx'
import { useHistoryCommands } from './use-history-commands.ts'
import { useMenu } from './use-menu.ts'
import { useReasonsInLanguage } from './use-reasons-in-language.ts'
import { useRefresh } from './use-refresh.ts'
import { useShortcuts } from './use-shortcuts.ts'
import './shell.css'

/** Signing in again or adding an account ends where its rows are. */
const AddAccount = () => {
  const { connectHint, go } = useNavigation()
  const { outbox } = useCounterside()
  const onConnected = (way: ConnectWay) => {
    outbox.wake()
    go(way === 'staff' ? 'pending' : 'orders')
  }
  return <ConnectScreen hint={connectHint} onConnected={onConnected} />
}

const Content = ({ screen }: { screen: Screen }) => {
  switch (screen) {
    case 'orders':
      return <OrdersScreen />
    case 'old-orders':
      return <OldOrdersScreen />
    case 'pending':
      return <PendingScreen />
    case 'requests':
      return <RequestsScreen />
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
