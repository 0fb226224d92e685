import { ChartNoAxesColumn, HardDriveDownload, History, type LucideIcon, Send, Settings } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { recordList } from '../../../lists/record-list.ts'
import { type RecordKind, recordKindNames, recordKinds } from '../../../model/record-kinds.ts'
import type { CommandId } from '../../common/commands/catalogue.ts'
import { useKeyTitle } from '../../common/commands/commands.tsx'
import { type Screen, useNavigation } from '../../common/navigation/navigation.tsx'
import { useUnsent } from '../../common/services/use-entries.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { useActiveWorkspace, useList } from '../../common/services/use-workspace.ts'
import { recordFaces } from '../../records/kinds/record-faces.ts'

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

const RecordNavItem = <K extends RecordKind>({ kind }: { kind: K }) => {
  const workspace = useActiveWorkspace(recordKinds[kind].account)
  const { rows } = useList(workspace && recordList(workspace, kind))
  return <NavItem screen={kind} icon={recordFaces[kind].icon} count={recordFaces[kind].count(rows)} />
}

export const Nav = () => {
  const { t } = useTranslation()
  const unsent = useUnsent().length
  return (
    <nav className="nav" aria-label={t('nav.label')}>
      <ul>
        {recordKindNames.map(kind => (
          <RecordNavItem key={kind} kind={kind} />
        ))}
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
