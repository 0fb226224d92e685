import { describe, expect, it } from 'vitest'
import { markOf } from '../../../../../src-renderer/features/desk/tabs/tab-mark.ts'
import {
  close,
  keep,
  moveBy,
  moveTo,
  neighbourOf,
  noTabs,
  onlyOf,
  refOf,
  reopen,
  retitle,
  show,
  stepTab,
  type TabRef,
  type TabsState,
  tabsSchema,
} from '../../../../../src-renderer/features/desk/tabs/tab-state.ts'
import { entry } from '../../../fakes/screen-rows.ts'

const ref = (id: string, accountId = 'a'): TabRef => ({ accountId, screen: 'orders', id })
const ids = (state: TabsState) => state.tabs.map(({ id, kept }) => (kept ? id : `(${id})`))
const kept = (...wanted: readonly string[]): TabsState =>
  wanted.reduce((state, id) => keep(state, ref(id), `Title ${id}`), noTabs)

describe('opening records', () => {
  it('takes over the one preview tab, where it stands', () => {
    const state = keep(show(kept('1'), ref('2'), ''), ref('3'), '')
    expect(ids(state)).toEqual(['1', '(2)', '3'])
    expect(ids(show(state, ref('4'), ''))).toEqual(['1', '(4)', '3'])
  })

  it('outlives a restart however long its title is', () => {
    const state = keep(noTabs, ref('1'), 'x'.repeat(5000))
    expect(tabsSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state)
  })

  it('leaves every tab alone when the record has one', () => {
    const state = show(kept('1'), ref('2'), '')
    expect(show(state, ref('1'), '')).toBe(state)
    expect(show(state, ref('2'), '')).toBe(state)
  })

  it('keeps the preview from then on, once', () => {
    const state = keep(show(noTabs, ref('1'), ''), ref('1'), '')
    expect(ids(state)).toEqual(['1'])
    expect(keep(state, ref('1'), '')).toBe(state)
    expect(ids(show(state, ref('2'), ''))).toEqual(['1', '(2)'])
  })

  it('tells the same id of two accounts and of two lists apart', () => {
    const state = keep(keep(kept('1'), ref('1', 'b'), ''), { ...ref('1'), screen: 'requests' }, '')
    expect(state.tabs).toHaveLength(3)
  })

  it('never holds more than can be kept', () => {
    const state = kept(...Array.from({ length: 70 }, (_, n) => String(n)))
    expect(state.tabs).toHaveLength(60)
    expect(state.tabs.at(-1)?.id).toBe('69')
    expect(tabsSchema.safeParse(state).success).toBe(true)
  })
})

describe('closing tabs', () => {
  it('shows the next one, else the one before, else none', () => {
    const { tabs } = kept('1', '2', '3')
    expect(neighbourOf(tabs, ref('2'))?.id).toBe('3')
    expect(neighbourOf(tabs, ref('3'))?.id).toBe('2')
    expect(neighbourOf(kept('1').tabs, ref('1'))).toBeNull()
    expect(neighbourOf(tabs, ref('9'))).toBeNull()
  })

  it('can be taken back one by one, to where each stood', () => {
    const closed = close(close(kept('1', '2', '3'), ref('1')), ref('2'))
    expect(ids(closed)).toEqual(['3'])
    expect(ids(reopen(closed))).toEqual(['2', '3'])
    expect(ids(reopen(reopen(closed)))).toEqual(['1', '2', '3'])
    expect(reopen(noTabs)).toBe(noTabs)
  })

  it('is over for a record that was opened again meanwhile', () => {
    expect(show(close(kept('1'), ref('1')), ref('1'), '').closed).toEqual([])
  })
})

describe('the order of tabs', () => {
  it('changes by one, and stops at the ends', () => {
    expect(ids(moveBy(kept('1', '2', '3'), ref('3'), -1))).toEqual(['1', '3', '2'])
    const state = kept('1', '2')
    expect(moveBy(state, ref('1'), -1)).toBe(state)
    expect(moveBy(state, ref('2'), 1)).toBe(state)
  })

  it('changes to the place a tab is dropped at', () => {
    expect(ids(moveTo(kept('1', '2', '3'), ref('1'), 2))).toEqual(['2', '3', '1'])
    expect(ids(moveTo(kept('1', '2', '3'), ref('3'), 0))).toEqual(['3', '1', '2'])
  })

  it('is walked round the ends, and entered from either side', () => {
    const { tabs } = kept('1', '2', '3')
    expect(stepTab(tabs, ref('3'), 1)?.id).toBe('1')
    expect(stepTab(tabs, ref('1'), -1)?.id).toBe('3')
    expect(stepTab(tabs, null, 1)?.id).toBe('1')
    expect(stepTab(tabs, null, -1)?.id).toBe('3')
    expect(stepTab([], null, 1)).toBeNull()
  })
})

describe('what tabs keep', () => {
  it('is nothing of an account that is gone', () => {
    const state = close(keep(keep(kept('1'), ref('2', 'b'), ''), ref('3', 'b'), ''), ref('3', 'b'))
    expect(onlyOf(state, new Set(['a']))).toEqual({ tabs: kept('1').tabs, closed: [] })
    expect(onlyOf(state, new Set(['a', 'b']))).toBe(state)
  })

  it('is the newest title', () => {
    const state = kept('1')
    expect(retitle(state, ref('1'), { title: 'Elif', number: '7' }).tabs[0]).toMatchObject({
      title: 'Elif',
      number: '7',
    })
    expect(retitle(state, ref('1'), { title: 'Title 1', number: null })).toBe(state)
  })

  it('is nothing for a list, a screen without rows, or no account', () => {
    expect(refOf({ screen: 'orders', accountId: 'a', id: null })).toBeNull()
    expect(refOf({ screen: 'outbox', accountId: 'a', id: '1' })).toBeNull()
    expect(refOf({ screen: 'orders', accountId: null, id: '1' })).toBeNull()
    expect(refOf({ screen: 'customer', accountId: 'a', id: 'mail x@y.example' })).not.toBeNull()
  })
})

describe('a tab’s dot', () => {
  const confirmed = entry('e1', 'CONFIRMED')
  const waiting = entry('e2', 'UNKNOWN')

  it('says what is most urgent', () => {
    const unread = () => null
    const taken = entry('e9', 'CONFIRMED', { result: { requestId: '900', via: 'response', easyReturnCode: null } })
    expect(markOf([], false, unread)).toBe('none')
    expect(markOf([entry('e0', 'DROPPED')], false, unread)).toBe('none')
    expect(markOf([confirmed], false, unread)).toBe('confirmed')
    for (const stage of ['rejected', 'cancelled'] as const) expect(markOf([taken], false, () => stage)).toBe('rejected')
    for (const stage of ['undecided', 'approved', 'completed'] as const)
      expect(markOf([taken], false, () => stage)).toBe('confirmed')
    expect(markOf([confirmed, waiting], false, unread)).toBe('waiting')
    expect(markOf([confirmed, waiting], true, unread)).toBe('draft')
    expect(markOf([confirmed, waiting, entry('e3', 'REJECTED')], true, unread)).toBe('needs-you')
  })
})
