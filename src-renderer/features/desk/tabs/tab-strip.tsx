import { PencilLine } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { joinedTexts } from '../../../model/direction.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useKeyTitle } from '../../common/commands/commands.tsx'
import { bareKey } from '../../common/commands/keys.ts'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { useAccounts } from '../../common/services/use-workspace.ts'
import { RecordTab } from './record-tab.tsx'
import { isSameTab, keep, moveTo, refOf, type Tab, type TabRef, tabKey } from './tab-state.ts'
import { useTabActions } from './use-tab-actions.ts'
import { useRowTabs, useTabs, useTabUpkeep } from './use-tabs.ts'
import './tabs.css'

const faces = (strip: HTMLElement | null): readonly HTMLElement[] => [
  ...(strip?.querySelectorAll<HTMLElement>('[role="tab"]') ?? []),
]

const dragged = 'application/x-counterside-tab'

/** The tabs. The strip has its height before the first tab, so that no list moves under a click. */
export const TabStrip = () => {
  const { t } = useTranslation()
  const { here, openAt } = useNavigation()
  const { accounts } = useAccounts()
  const [state, change] = useTabs()
  const { tabs } = state
  const current = useMemo(() => refOf(here), [here])
  useTabUpkeep(current, change)
  useRowTabs(change)
  const { closeTab, reopenTab, left, dismiss } = useTabActions(state, change, current)
  const strip = useRef<HTMLDivElement>(null)
  const isOverflowing = useOverflow(strip, tabs)
  const [stop, setStop] = useState<string | null>(null)
  const isCurrent = (tab: TabRef) => current !== null && isSameTab(tab, current)
  const stopKey = tabs.some(tab => tabKey(tab) === stop) ? stop : tabKey(tabs.find(isCurrent) ?? tabs[0] ?? noTab)
  const currentKey = current === null ? null : tabKey(current)
  const naming = new Set(accounts.map(({ shop }) => shop.id)).size > 1

  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is shown, or the strip has begun to overflow
  useEffect(() => {
    setStop(null)
    strip.current?.querySelector('[data-current="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [currentKey, isOverflowing, tabs.length])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, tab: Tab) => {
    const all = faces(strip.current)
    const at = all.indexOf(event.currentTarget)
    const last = all.length - 1
    const to = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
      Delete: at === last ? at - 1 : at + 1,
    }[bareKey(event.nativeEvent) ?? '']
    if (to === undefined) return
    event.preventDefault()
    all[to]?.focus()
    if (event.key === 'Delete' && !event.repeat) closeTab(tab)
  }

  return (
    <>
      <div className="tab-bar">
        {tabs.length === 0 ? (
          <p className="tab-bar__empty">{t('tabs.none')}</p>
        ) : (
          <div ref={strip} className="tab-strip" role="tablist" aria-label={t('tabs.label')} data-testid="tab-strip">
            {tabs.map((tab, place) => (
              <RecordTab
                key={tabKey(tab)}
                tab={tab}
                account={accounts.find(({ id }) => id === tab.accountId)}
                current={isCurrent(tab)}
                focusable={tabKey(tab) === stopKey}
                naming={naming}
                change={change}
                onSelect={() => openAt(tab)}
                onKeep={() => change(before => keep(before, tab, tab.title))}
                onClose={() => closeTab(tab)}
                onKeyDown={event => onKeyDown(event, tab)}
                onDragStart={event => event.dataTransfer.setData(dragged, tabKey(tab))}
                onDrop={event => {
                  const moved = tabs.find(each => tabKey(each) === event.dataTransfer.getData(dragged))
                  if (moved) change(before => moveTo(before, moved, place))
                }}
              />
            ))}
          </div>
        )}
        {isOverflowing ? <TabMenu tabs={tabs} currentKey={currentKey} onSelect={openAt} /> : null}
      </div>
      {left === null ? null : <ClosedNotice tab={left} onReopen={reopenTab} onDismiss={dismiss} />}
    </>
  )
}

const noTab: TabRef = { accountId: '', screen: 'orders', id: '' }

interface ClosedNoticeProps {
  readonly tab: Tab
  readonly onReopen: () => void
  readonly onDismiss: () => void
}

/** How long the notice stays. The draft is kept, and opening the order again shows it. */
const shownMs = 12_000

const ClosedNotice = ({ tab, onReopen, onDismiss }: ClosedNoticeProps) => {
  const { t } = useTranslation()
  const title = useKeyTitle(t('tabs.reopen'), 'window.reopenTab')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timer belongs to the tab, not to the handlers
  useEffect(() => {
    const timer = setTimeout(onDismiss, shownMs)
    return () => clearTimeout(timer)
  }, [tab])
  return (
    <div className="tab-closed">
      <Notice
        tone="wait"
        icon={PencilLine}
        role="status"
        testId="tab-draft-kept"
        actions={
          <>
            <Button small testId="tab-reopen" title={title} onClick={onReopen}>
              {t('tabs.reopen')}
            </Button>
            <Button small variant="ghost" onClick={onDismiss}>
              {t('action.close')}
            </Button>
          </>
        }
      >
        {t('tabs.draftKept', { title: tab.title })}
      </Notice>
    </div>
  )
}

interface TabMenuProps {
  readonly tabs: readonly Tab[]
  readonly currentKey: string | null
  readonly onSelect: (tab: Tab) => void
}

/** Every tab by name, for when the strip does not show them all. */
const TabMenu = ({ tabs, currentKey, onSelect }: TabMenuProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = (tab: Tab) => joinedTexts([tab.title, t(`tabs.kind.${tab.screen}`), tab.number], ' · ')
  const count = t('tabs.count', { count: tabs.length, shown: format.count(tabs.length) })
  return (
    <select
      className="select tab-menu"
      data-testid="tab-menu"
      aria-label={t('tabs.menu')}
      title={t('tabs.menu')}
      value=""
      onChange={event => {
        const chosen = tabs.find(tab => tabKey(tab) === event.target.value)
        if (chosen) onSelect(chosen)
      }}
    >
      <option value="" disabled hidden>
        {count}
      </option>
      {tabs.map(tab => (
        <option key={tabKey(tab)} value={tabKey(tab)}>
          {`${tabKey(tab) === currentKey ? '● ' : ''}${nameOf(tab)}`}
        </option>
      ))}
    </select>
  )
}

/**
 * Whether an element holds more than it shows at once. Looks again when it changes its size, and when `content`
 * changes.
 */
const useOverflow = (box: RefObject<HTMLElement | null>, content: unknown): boolean => {
  const [isMore, setMore] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `content` only triggers a new measurement
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const look = () => setMore(element.scrollWidth > element.clientWidth + 1)
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box, content])
  return isMore
}
