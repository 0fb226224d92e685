import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bareKey } from '../../common/commands/keys.ts'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useAccounts } from '../../common/services/use-workspace.ts'
import { ClosedNotice } from './closed-notice.tsx'
import { RecordTab } from './record-tab.tsx'
import { TabMenu } from './tab-menu.tsx'
import { isSameTab, keep, moveTo, refOf, type Tab, type TabRef, tabKey } from './tab-state.ts'
import { useOverflow } from './use-overflow.ts'
import { useRowTabs } from './use-row-tabs.ts'
import { useTabActions } from './use-tab-actions.ts'
import { useTabUpkeep } from './use-tab-upkeep.ts'
import { useTabs } from './use-tabs.ts'
import './tabs.css'

const faces = (strip: HTMLElement | null): readonly HTMLElement[] => [
  ...(strip?.querySelectorAll<HTMLElement>('[role="tab"]') ?? []),
]

const dragged = 'application/x-counterside-tab'

/** What is open for several customers at once. Its room is there before the first tab, so that no list moves down under a click. */
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
