import { describe, expect, it } from 'vitest'
import { entryStates } from '../../../../../src-main/contract/entries.ts'
import { pickAccount } from '../../../../../src-renderer/features/common/services/use-workspace.ts'
import { activityOf } from '../../../../../src-renderer/features/queue/activity/events.ts'
import { actionsOf, groupEntries } from '../../../../../src-renderer/features/queue/outbox/groups.ts'
import { moneyRows } from '../../../../../src-renderer/features/records/orders/order-money.tsx'
import { dashed, groupByItem, overlayOf, unsentOf } from '../../../../../src-renderer/model/entries.ts'
import { attempt, customer, entry, item, order, staff } from '../../../fakes/screen-rows.ts'

describe('entries', () => {
  it('are counted as unsent until the shop has them or the user dropped them', () => {
    const all = entryStates.map(state => entry(state, state))
    expect(unsentOf(all).map(each => each.state)).toEqual(['QUEUED', 'SENDING', 'UNKNOWN', 'NEEDS_REVIEW', 'REJECTED'])
    expect(unsentOf(all, 'other')).toEqual([])
  })

  it('P19 and P20: lie over the line until the line itself shows the request, and change nothing of it', () => {
    const result = { requestId: '9', via: 'response', easyReturnCode: null } as const
    const lane = [entry('a', 'CONFIRMED', { result })]
    expect(overlayOf(lane, new Set())?.id).toBe('a')
    expect(overlayOf(lane, new Set(['9']))).toBeNull()
    expect(overlayOf([...lane, entry('b', 'QUEUED')], new Set(['9']))?.id).toBe('b')
    expect(overlayOf([entry('d', 'DROPPED')], new Set())).toBeNull()
    expect(overlayOf([], new Set(['9']))).toBeNull()
  })

  it('belong to one account only', () => {
    expect(groupByItem([entry('a', 'QUEUED')], 'other').size).toBe(0)
  })

  it('offer no edit once the shop may have them', () => {
    for (const state of ['SENDING', 'UNKNOWN', 'NEEDS_REVIEW', 'CONFIRMED', 'DROPPED'] as const)
      expect(actionsOf(entry('a', state)).has('edit')).toBe(false)
    expect([...actionsOf(entry('a', 'UNKNOWN'))]).toEqual(['check-now'])
    expect(actionsOf(entry('a', 'NEEDS_REVIEW')).has('adopt')).toBe(false)
  })

  it('are grouped by what they need', () => {
    const groups = groupEntries(entryStates.map(state => entry(state, state)))
    expect(groups.needsYou).toHaveLength(2)
    expect(groups.done.map(each => each.state)).toEqual(['DROPPED', 'CONFIRMED'])
    expect(dashed('NEEDS_REVIEW')).toBe('needs-review')
  })

  it('tell their story newest first', () => {
    const story = activityOf([
      entry('a', 'CONFIRMED', {
        createdAt: 1_000,
        attempts: [attempt(1, 'unknown', 3_000)],
        settledAt: 5_000,
        result: { requestId: '9', via: 'read-back', easyReturnCode: null },
      }),
    ])
    expect(story.map(event => event.kind)).toEqual(['found', 'sent-unknown', 'created'])
  })
})

describe('pickAccount', () => {
  it('prefers the active one, then its shop, then any', () => {
    const elsewhere = { ...customer, id: 'c2', shop: { ...customer.shop, id: 'shop-2' } }
    const accounts = [elsewhere, customer, staff]
    expect(pickAccount({ accounts, activeId: 'c2' }, 'customer')?.id).toBe('c2')
    expect(pickAccount({ accounts, activeId: 's1' }, 'customer')?.id).toBe('c1')
    expect(pickAccount({ accounts: [elsewhere, staff], activeId: 's1' }, 'customer')?.id).toBe('c2')
    expect(pickAccount({ accounts: [staff], activeId: 's1' }, 'customer')).toBeNull()
  })
})

describe('moneyRows', () => {
  const rowsOf = (more: Parameters<typeof order>[1], items = [item('11'), item('12')]) =>
    new Map(moneyRows(order(items, more)).map(row => [row.key, row.amount]))

  it('sums the lines and says what is left', () => {
    const rows = rowsOf({ amount: '1749.70', amount_without_discount: '1849.70', refund_amount: '899.90' })
    expect(rows.get('items')).toBe('1799.80')
    expect(rows.get('left')).toBe('849.80')
    expect(rows.get('discount')).toBe('-100.00')
  })

  it('makes no sum of what it does not understand', () => {
    expect(rowsOf({}, [item('11', { price: 'NaN' })]).has('items')).toBe(false)
    expect(rowsOf({ unreadable_items: 1 }).has('items')).toBe(false)
    expect(rowsOf({ refund_amount: null }).get('left')).toBeNull()
  })
})
