import type { TFunction } from 'i18next'
import { CircleAlert, CircleCheck, CircleX, Clock, type LucideIcon, PencilLine, UserRound, X } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { joinedTexts } from '../../../model/direction.ts'
import type { SummaryBase } from '../../../model/summaries.ts'
import { type AccountRows, rowsById } from '../../../search/people.ts'
import { personName, useShopRows } from '../../records/customers/person.ts'
import { faceOf, recordFaces } from '../../records/kinds/record-faces.ts'
import { type TabMark, useTabMark } from './tab-mark.ts'
import { retitle, type Tab, type TabRef, type TabScreen, tabKey } from './tab-state.ts'
import type { ChangeTabs } from './use-tabs.ts'

const iconOf = (screen: TabScreen): LucideIcon => (screen === 'customer' ? UserRound : recordFaces[screen].icon)

const middleButton = 1
/** The longest name or number that is stored with a tab. */
const shownChars = 200

interface RecordTabProps {
  readonly tab: Tab
  readonly account: Account | undefined
  readonly current: boolean
  readonly focusable: boolean
  /** Whether there are several shops that it could be of. */
  readonly naming: boolean
  readonly change: ChangeTabs
  readonly onSelect: () => void
  readonly onKeep: () => void
  readonly onClose: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onDragStart: (event: DragEvent) => void
  readonly onDrop: (event: DragEvent) => void
}

export const RecordTab = ({ tab, account, current, focusable, naming, change, ...on }: RecordTabProps) => {
  const { t } = useTranslation()
  const rows = useShopRows(tab.accountId)
  const words = tabWords(rows, tab, t)
  const mark = useTabMark(rows, tab)
  const rowTitle = words?.title.slice(0, shownChars)
  const number = (words === null ? tab.number : words.number)?.slice(0, shownChars) ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the title changes, not the tab
  useEffect(() => {
    if (rowTitle !== undefined) change(state => retitle(state, tab, { title: rowTitle, number }))
  }, [rowTitle, number, tab.title, tabKey(tab), change])
  const Icon = iconOf(tab.screen)
  const title = rowTitle ?? (tab.title === '' ? t(`nav.${tab.screen}`) : tab.title)
  const whole = [title, number, account?.shop.name, account?.label, tab.kept ? null : t('tabs.preview')]
  return (
    <div
      className="record-tab"
      role="presentation"
      data-testid="record-tab"
      data-account-id={tab.accountId}
      data-screen={tab.screen}
      data-id={tab.id}
      data-state={mark}
      data-kept={tab.kept}
      data-current={current}
      data-shop-colour={naming ? account?.shop.colour : undefined}
      onAuxClick={event => event.button === middleButton && on.onClose()}
      onDragOver={event => event.preventDefault()}
      onDrop={on.onDrop}
    >
      <button
        type="button"
        role="tab"
        className="tab-face"
        aria-selected={current}
        aria-controls="shown-record"
        aria-keyshortcuts="Delete"
        tabIndex={focusable ? 0 : -1}
        title={joinedTexts(whole, ' · ')}
        draggable
        onDragStart={on.onDragStart}
        onClick={on.onSelect}
        onDoubleClick={on.onKeep}
        onKeyDown={on.onKeyDown}
      >
        <Icon className="icon" aria-hidden />
        <span className="sr-only">{t(`tabs.kind.${tab.screen}`)}</span>
        <span className="tab-title">{title}</span>
        {number === null ? null : <span className="tab-number">{number}</span>}
        {naming && current && account ? <span className="tab-shop">{account.shop.name}</span> : null}
        <TabDot mark={mark} />
      </button>
      {/* For the mouse only: a tab list may contain only tabs. With the keyboard, Delete closes a tab. */}
      <button
        type="button"
        className="tab-close"
        data-testid="tab-close"
        tabIndex={-1}
        aria-hidden
        title={t('tabs.close', { title })}
        onClick={on.onClose}
      >
        <X className="icon" aria-hidden />
      </button>
    </div>
  )
}

const markIcons: Record<Exclude<TabMark, 'none'>, LucideIcon> = {
  'needs-you': CircleAlert,
  draft: PencilLine,
  waiting: Clock,
  rejected: CircleX,
  confirmed: CircleCheck,
}

/** A shape of its own for each state, with its words for pointers and screen readers. */
const TabDot = ({ mark }: { mark: TabMark }) => {
  const { t } = useTranslation()
  if (mark === 'none') return null
  const Icon = markIcons[mark]
  return (
    <span className="tab-dot" data-mark={mark} title={t(`tabs.mark.${mark}`)}>
      <Icon className="icon" aria-hidden />
      <span className="sr-only">{t(`tabs.mark.${mark}`)}</span>
    </span>
  )
}

interface TabWords {
  /** Customer or product. */
  readonly title: string
  readonly number: string | null
}

/** What a tab is called, by its row; null while its list has no such row. */
const tabWords = (accounts: readonly AccountRows[], tab: TabRef, t: TFunction): TabWords | null => {
  if (tab.screen === 'customer') return { title: personName(accounts, tab.id), number: null }
  const rows = accounts.find(({ accountId }) => accountId === tab.accountId)
  const row = rows && rowsById<SummaryBase>(rows[tab.screen]).get(tab.id)
  if (row === undefined) return null
  return { title: faceOf({ screen: tab.screen, row }).tab ?? t(`nav.${tab.screen}`), number: row.number }
}
