import { z } from 'zod'
import { recordKindNames } from '../../../model/record-kinds.ts'
import type { Place } from '../../common/navigation/navigation-state.ts'

const tabScreens = [...recordKindNames, 'customer'] as const
export type TabScreen = (typeof tabScreens)[number]

/** What a tab shows: one record, or one customer, of one account. */
export interface TabRef {
  readonly accountId: string
  readonly screen: TabScreen
  readonly id: string
}

export interface Tab extends TabRef {
  /** Customer or product, as last seen: what the tab says before its row has been read. */
  readonly title: string
  /** The record's number; null when it has none, and until its row has been read. */
  readonly number: string | null
  /** False for the one tab that the next record takes over. */
  readonly kept: boolean
}

export interface TabsState {
  readonly tabs: readonly Tab[]
  /** Closed ones with the place where they stood, the last one last. */
  readonly closed: readonly { readonly tab: Tab; readonly at: number }[]
}

const maxTabs = 60
const maxClosed = 20

const tabSchema = z.object({
  accountId: z.string(),
  screen: z.enum(tabScreens),
  id: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  kept: z.boolean(),
})

export const tabsSchema: z.ZodType<TabsState> = z.object({
  tabs: z.array(tabSchema).max(maxTabs),
  closed: z.array(z.object({ tab: tabSchema, at: z.number().int().min(0) })).max(maxClosed),
})

export const noTabs: TabsState = { tabs: [], closed: [] }

export const isSameTab = (a: TabRef, b: TabRef): boolean =>
  a.id === b.id && a.screen === b.screen && a.accountId === b.accountId

export const tabKey = ({ accountId, screen, id }: TabRef): string => `${accountId} ${screen} ${id}`

/** The tab that a place would be; null where nothing is open that a tab could hold. */
export const refOf = ({ accountId, screen, id }: Place): TabRef | null => {
  const tabScreen = tabScreens.find(each => each === screen)
  return tabScreen === undefined || accountId === null || id === null ? null : { accountId, screen: tabScreen, id }
}

/** Only the fields that identify the record. */
const placed = ({ accountId, screen, id }: TabRef): TabRef => ({ accountId, screen, id })

const placeOf = (state: TabsState, ref: TabRef): number => state.tabs.findIndex(tab => isSameTab(tab, ref))

const reopened = (state: TabsState, ref: TabRef): TabsState['closed'] =>
  state.closed.filter(({ tab }) => !isSameTab(tab, ref))

/** A record was opened: its tab, or else the preview tab, shows it; with neither, a new one at the end. */
export const show = (state: TabsState, ref: TabRef, title: string): TabsState => {
  if (placeOf(state, ref) >= 0) return state
  const tab: Tab = { ...placed(ref), title, number: null, kept: false }
  const closed = reopened(state, ref)
  const preview = state.tabs.findIndex(each => !each.kept)
  if (preview >= 0) return { tabs: state.tabs.with(preview, tab), closed }
  // Full: the oldest tab gives way. Its record and its draft are where they were.
  return { tabs: [...state.tabs, tab].slice(-maxTabs), closed }
}

/** The tab stays when another record is opened; it is made when there is none. */
export const keep = (state: TabsState, ref: TabRef, title: string): TabsState => {
  const at = placeOf(state, ref)
  const tab = state.tabs[at]
  if (tab === undefined)
    return {
      tabs: [...state.tabs, { ...placed(ref), title, number: null, kept: true }].slice(-maxTabs),
      closed: reopened(state, ref),
    }
  return tab.kept ? state : { ...state, tabs: state.tabs.with(at, { ...tab, kept: true }) }
}

export const close = (state: TabsState, ref: TabRef): TabsState => {
  const at = placeOf(state, ref)
  const tab = state.tabs[at]
  if (tab === undefined) return state
  return { tabs: state.tabs.toSpliced(at, 1), closed: [...state.closed, { tab, at }].slice(-maxClosed) }
}

/** The tab to show once this one is closed: the next, else the one before. */
export const neighbourOf = (tabs: readonly Tab[], ref: TabRef): Tab | null => {
  const at = tabs.findIndex(tab => isSameTab(tab, ref))
  return at < 0 ? null : (tabs[at + 1] ?? tabs[at - 1] ?? null)
}

/** Puts the tab that was closed last back where it stood, kept. */
export const reopen = (state: TabsState): TabsState => {
  const last = state.closed.at(-1)
  if (last === undefined) return state
  const closed = state.closed.slice(0, -1)
  if (placeOf(state, last.tab) >= 0) return { ...keep(state, last.tab, last.tab.title), closed }
  return { tabs: state.tabs.toSpliced(last.at, 0, { ...last.tab, kept: true }).slice(-maxTabs), closed }
}

/** Moves the tab to an index in the strip, counted without the tab itself. */
export const moveTo = (state: TabsState, ref: TabRef, to: number): TabsState => {
  const at = placeOf(state, ref)
  const tab = state.tabs[at]
  const place = Math.max(0, Math.min(state.tabs.length - 1, to))
  if (tab === undefined || place === at) return state
  return { ...state, tabs: state.tabs.toSpliced(at, 1).toSpliced(place, 0, tab) }
}

export const moveBy = (state: TabsState, ref: TabRef, by: number): TabsState =>
  moveTo(state, ref, placeOf(state, ref) + by)

export const retitle = (state: TabsState, ref: TabRef, { title, number }: Pick<Tab, 'title' | 'number'>): TabsState => {
  const at = placeOf(state, ref)
  const tab = state.tabs[at]
  if (tab === undefined || (tab.title === title && tab.number === number)) return state
  return { ...state, tabs: state.tabs.with(at, { ...tab, title, number }) }
}

/** Without the tabs of accounts that were removed. */
export const onlyOf = (state: TabsState, accountIds: Pick<ReadonlySet<string>, 'has'>): TabsState => {
  const tabs = state.tabs.filter(tab => accountIds.has(tab.accountId))
  const closed = state.closed.filter(({ tab }) => accountIds.has(tab.accountId))
  return tabs.length === state.tabs.length && closed.length === state.closed.length ? state : { tabs, closed }
}

/** The tab `by` steps away, wrapping at the ends; without a current tab the first or the last. */
export const stepTab = (tabs: readonly Tab[], current: TabRef | null, by: 1 | -1): Tab | null => {
  const at = current === null ? -1 : tabs.findIndex(tab => isSameTab(tab, current))
  if (at < 0) return tabs.at(by === 1 ? 0 : -1) ?? null
  return tabs[(at + by + tabs.length) % tabs.length] ?? null
}
