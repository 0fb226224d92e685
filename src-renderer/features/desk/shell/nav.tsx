import {
  Archive,
  ChartNoAxesColumn,
  HardDriveDownload,
  History,
  Hourglass,
  Inbox,
  type LucideIcon,
  Send,
  Settings,
  ShoppingBag,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '../../common/commands/catalogue.ts'
import { useKeyTitle } from '../../common/commands/commands.tsx'
import { type Screen, useNavigation } from '../../common/navigation/navigation.tsx'
import { useUnsent } from '../../common/services/use-entries.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { useActiveWorkspace, useList } from '../../common/services/use-workspace.ts'
import { countWaiting } from '../../records/pending/waiting-rows.ts'

/** Screens that a command leads to. */
type NavScreen = { [S in Screen]: `go.${S}` extends CommandId ? S : never }[Screen]

interface NavItemProps {
  readonly screen: NavScreen
  readonly icon: LucideIcon
  readonly count?: number | null
  readonly urgent?: boolean
}

/** Requests for several orders begin at the orders and have no place of their own in the navigation. */
const homeOf = (screen: Screen): Screen => (screen === 'several' ? 'orders' : screen)

const NavItem = ({ screen, icon: Icon, count = null, urgent = false }: NavItemProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const { screen: now, go } = useNavigation()
  const title = useKeyTitle(t(`nav.${screen}`), `go.${screen}`)
  return (
    <li>
      <button
        type="button"
        className="nav-item"
        data-testid={`nav-${screen}`}
        aria-current={homeOf(now) === screen ? 'page' : undefined}
        title={title}
        onClick={() => go(screen)}
      >
        <Icon className="icon" aria-hidden />
        <span className="nav-name">{t(`nav.${screen}`)}</span>
        {count !== null && count > 0 ? (
          <span className="nav-count" data-urgent={urgent}>
            {format.count(count)}
          </span>
        ) : null}
      </button>
    </li>
  )
}

export const Nav = () => {
  const { t } = useTranslation()
  const customer = useActiveWorkspace('customer')
  const staff = useActiveWorkspace('staff')
  const orders = useList(customer?.orders ?? null).rows.length
  const oldOrders = useList(customer?.oldOrders ?? null).rows.length
  const requests = useList(customer?.requests ?? null).rows.length
  const pending = countWaiting(useList(staff?.pending ?? null).rows)
  const unsent = useUnsent().length
  return (
    <nav className="nav" aria-label={t('nav.label')}>
      <ul>
        <NavItem screen="orders" icon={ShoppingBag} count={orders} />
        <NavItem screen="requests" icon={Inbox} count={requests} />
        <NavItem screen="pending" icon={Hourglass} count={pending} />
        <NavItem screen="old-orders" icon={Archive} count={oldOrders} />
      </ul>
      <ul className="nav-second">
        <NavItem screen="outbox" icon={Send} count={unsent} urgent />
        <NavItem screen="activity" icon={History} />
        <NavItem screen="summary" icon={ChartNoAxesColumn} />
      </ul>
      <ul className="nav-last">
        <NavItem screen="readiness" icon={HardDriveDownload} />
        <NavItem screen="settings" icon={Settings} />
      </ul>
    </nav>
  )
}
