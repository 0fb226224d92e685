import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../../../src-main/contract/entries.ts'
import type { Facet } from '../../../../../src-renderer/features/records/filters/facets.ts'
import { ALL, noFilter } from '../../../../../src-renderer/features/records/filters/filters.ts'
import { plainLook } from '../../../../../src-renderer/features/records/filters/look.ts'
import { recordFaces } from '../../../../../src-renderer/features/records/kinds/record-faces.ts'
import { orderFacets } from '../../../../../src-renderer/features/records/orders/order-rows.tsx'
import { pendingFacets } from '../../../../../src-renderer/features/records/pending/pending-rows.tsx'
import { requestFacets } from '../../../../../src-renderer/features/records/requests/request-rows.tsx'
import {
  addView,
  arrangeViews,
  changeView,
  moveView,
  nameTrouble,
  pinView,
  removeView,
} from '../../../../../src-renderer/features/records/views/arrange.ts'
import {
  countViews,
  isAsSaved,
  isSameFilter,
  shownView,
} from '../../../../../src-renderer/features/records/views/shown-view.ts'
import { allViewsSchema, noViews, type OwnView } from '../../../../../src-renderer/features/records/views/view.ts'
import { groupByItem } from '../../../../../src-renderer/model/entries.ts'
import { recordKindNames } from '../../../../../src-renderer/model/record-kinds.ts'
import type { OrderSummary, PendingSummary, RequestSummary } from '../../../../../src-renderer/model/summaries.ts'
import { words } from '../../../fakes/draw.tsx'
import { customer, entry } from '../../../fakes/screen-rows.ts'

const { t } = words.en
const say = String
const day = 86_400_000
const now = new Date(2026, 10, 20, 15).getTime()
const nameOf = ({ id }: { readonly id: string }) => t(`views.preset.orders.${id}`)

const base = {
  number: null,
  dateText: null,
  amount: null,
  currency: null,
  person: null,
  haystack: '',
  status: { value: '550', label: null },
}
const order = (id: string, more: Partial<OrderSummary> = {}): OrderSummary => ({
  ...base,
  id,
  at: now - 40 * day,
  itemIds: [`item-${id}`],
  itemCount: 1,
  firstItem: null,
  cancellable: 0,
  refundable: 0,
  ...more,
})
const own = (id: string, more: Partial<OwnView> = {}): OwnView => ({
  id,
  name: id,
  filter: noFilter,
  look: null,
  ...more,
})
const arranged = (kept = noViews) => arrangeViews(recordFaces.orders.presets, kept, nameOf)

describe('presets', () => {
  it('begin with the whole list, and have words in both languages', () => {
    for (const screen of recordKindNames) {
      expect(recordFaces[screen].presets[0]).toEqual({ id: ALL, filter: noFilter })
      for (const { id } of recordFaces[screen].presets)
        for (const { i18n } of [words.en, words.tr].map(language => ({ i18n: language })))
          expect(i18n.exists(`views.preset.${screen}.${id}`), `${screen} ${id}`).toBe(true)
    }
  })

  it('say nothing twice', () => {
    for (const screen of recordKindNames) {
      const filters = recordFaces[screen].presets.map(preset => preset.filter)
      for (const [at, one] of filters.entries()) expect(filters.findIndex(other => isSameFilter(one, other))).toBe(at)
    }
  })

  it('only use facets and values that their list has', () => {
    const facetsOf: Readonly<Record<string, readonly Facet<never>[]>> = {
      orders: orderFacets(t, say, new Map()) as readonly Facet<never>[],
      'old-orders': [],
      pending: pendingFacets(t, say) as readonly Facet<never>[],
      requests: requestFacets(t, say) as readonly Facet<never>[],
    }
    for (const screen of recordKindNames)
      for (const { id, filter } of recordFaces[screen].presets)
        for (const [key, value] of Object.entries(filter.facets)) {
          const facet = facetsOf[screen]?.find(each => each.key === key)
          const values = facet?.choices([]).map(choice => choice.value)
          expect(values, `${screen} ${id}`).toContain(value)
        }
  })
})

describe('counts of views', () => {
  it('count what each preset of the orders shows', () => {
    const needsYou: Entry = entry('e1', 'REJECTED', { orderItem: 'item-refund' })
    const queued: Entry = entry('e2', 'QUEUED', { orderItem: 'item-cancel' })
    const rows = [
      order('new', { at: now }),
      order('refund', { refundable: 2 }),
      order('cancel', { cancellable: 1 }),
      order('plain'),
    ]
    const facets = orderFacets(t, say, groupByItem([needsYou, queued], customer.id))
    expect(Object.fromEntries(countViews(arranged(), rows, facets, now))).toEqual({
      all: 4,
      mine: 1,
      today: 1,
      refundable: 1,
      cancellable: 1,
      unsent: 2,
    })
  })

  it('count a request of an unknown status as undecided', () => {
    const request = (id: string, value: string | null): RequestSummary => ({
      ...base,
      id,
      at: now - day,
      status: { value, label: null },
      orderItem: null,
      cancellationType: null,
      easyReturnCode: null,
      orderId: null,
      orderNumber: null,
      productName: null,
    })
    const statuses = ['waiting', 'confirmed', 'sent_to_moon', null, 'approved', 'completed', 'rejected']
    const rows = statuses.map((value, at) => request(String(at), value))
    const views = arrangeViews(recordFaces.requests.presets, noViews, ({ id }) => id)
    const counts = countViews(views, rows, requestFacets(t, say), now)
    expect(Object.fromEntries(counts)).toEqual({ all: 7, undecided: 4, approved: 2, rejected: 1 })
  })

  it('count pending orders by the age of the order', () => {
    const pending = (id: string, daysAgo: number | null): PendingSummary => ({
      ...base,
      id,
      at: daysAgo === null ? null : now - daysAgo * day,
      waitingItemIds: [id],
      itemCount: 1,
      channel: null,
    })
    const rows = [pending('a', 0), pending('b', 2), pending('c', 4), pending('d', null)]
    const views = arrangeViews(recordFaces.pending.presets, noViews, ({ id }) => id)
    const counts = countViews(views, rows, pendingFacets(t, say), now)
    expect(counts.get('late')).toBe(2)
    expect(counts.get('longest')).toBe(4)
  })
})

describe('which view is shown', () => {
  const views = arranged(addView(noViews, own('mine-1', { filter: { ...noFilter, text: 'Yağmurluk', status: '550' } })))

  it('is the one whose filter the list has, however it is written', () => {
    expect(shownView(views, null, noFilter, plainLook)?.id).toBe(ALL)
    const typed = { ...noFilter, text: ' yagmurluk ', status: '550', facets: { entry: '' } }
    expect(shownView(views, null, typed, plainLook)?.id).toBe('mine-1')
    expect(shownView(views, null, { ...typed, sort: 'oldest' }, plainLook)).toBeNull()
  })

  it('stays the chosen one after a change, which shows', () => {
    const changed = { ...noFilter, text: 'palto', status: '550' }
    const shown = shownView(views, 'mine-1', changed, plainLook)
    expect(shown?.id).toBe('mine-1')
    expect(shown && isAsSaved(shown, changed, plainLook)).toBe(false)
  })

  it('falls back when the chosen one was deleted', () => {
    expect(shownView(arranged(), 'mine-1', noFilter, plainLook)?.id).toBe(ALL)
  })

  it('differs by columns only when it was saved with some', () => {
    const table = { layout: 'table', columns: ['number', 'amount'] } as const
    const view = arranged(addView(noViews, own('v', { look: table }))).find(each => each.id === 'v')
    expect(view && isAsSaved(view, noFilter, table)).toBe(true)
    expect(view && isAsSaved(view, noFilter, { ...table, columns: ['amount', 'number'] })).toBe(false)
    expect(views[0] && isAsSaved(views[0], noFilter, table)).toBe(true)
  })

  it('ignores the days of a range that is not between two days', () => {
    expect(isSameFilter({ ...noFilter, fromDay: '2026-11-01' }, noFilter)).toBe(true)
    const between = { ...noFilter, range: 'custom' as const, fromDay: '2026-11-01' }
    expect(isSameFilter(between, { ...between, fromDay: '2026-11-02' })).toBe(false)
  })
})

describe('arranging views', () => {
  const kept = addView(addView(noViews, own('a')), own('b'))
  const idsOf = (views: ReturnType<typeof arranged>) => views.map(view => view.id)

  it('moves one among the others, and never above the whole list', () => {
    const moved = moveView(kept, arranged(kept), 'b', -1)
    expect(idsOf(arranged(moved)).slice(-2)).toEqual(['b', 'a'])
    expect(moveView(kept, arranged(kept), 'mine', -1)).toBe(kept)
    expect(moveView(kept, arranged(kept), ALL, 1)).toBe(kept)
    const top = moveView(moved, arranged(moved), 'b', -5)
    expect(idsOf(arranged(top)).slice(0, 2)).toEqual([ALL, 'b'])
  })

  it('gives a deleted view its place and its pin back', () => {
    const before = pinView(moveView(kept, arranged(kept), 'b', -2), 'b', false)
    const [, b] = before.own
    const after = addView(removeView(before, 'b'), b ?? own('b'))
    expect(idsOf(arranged(removeView(before, 'b')))).not.toContain('b')
    expect(arranged(after)).toEqual(arranged(before))
  })

  it('takes new delivered views in after the ones in order', () => {
    const ordered = { ...kept, order: ['b', 'today'] }
    expect(idsOf(arranged(ordered)).slice(0, 4)).toEqual([ALL, 'b', 'today', 'mine'])
  })

  it('changes own views only', () => {
    expect(changeView(kept, 'today', { name: 'x' })).toEqual(kept)
    expect(arranged(changeView(kept, 'a', { name: 'x' })).find(view => view.id === 'a')?.name).toBe('x')
  })

  it('refuses a name that another view has, as people read it', () => {
    const views = arranged(addView(noViews, own('i', { name: 'İade Işığı' })))
    expect(nameTrouble(views, '  ')).toBe('empty')
    expect(nameTrouble(views, 'iade isigi')).toBe('taken')
    expect(nameTrouble(views, 'CAN BE REFUNDED')).toBe('taken')
    expect(nameTrouble(views, 'iade isigi', 'i')).toBeNull()
    expect(nameTrouble(views, 'x'.repeat(61))).toBe('too-long')
  })
})

describe('kept views', () => {
  it('come back as they were', () => {
    const kept = pinView(
      addView(noViews, own('a', { filter: { ...noFilter, facets: { entry: 'unsent' } } })),
      'a',
      false,
    )
    expect(allViewsSchema.parse(JSON.parse(JSON.stringify({ orders: kept })))).toEqual({ orders: kept })
  })

  it('lose only what nobody can read', () => {
    const filter = {
      ...noFilter,
      status: 'from-another-shop',
      sort: 'by-colour',
      facets: { entry: 'unsent', moon: '1' },
    }
    const read = allViewsSchema.parse({ orders: { own: [own('a', { filter: filter as never }), { id: 7 }, null] } })
    expect(read['orders']?.own).toEqual([
      own('a', { filter: { ...noFilter, status: 'from-another-shop', facets: { entry: 'unsent' } } }),
    ])
  })
})
