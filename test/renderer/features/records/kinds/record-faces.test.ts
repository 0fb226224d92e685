import { describe, expect, it } from 'vitest'
import { faceOf, recordFaces } from '../../../../../src-renderer/features/records/kinds/record-faces.ts'
import { summariseOldOrder } from '../../../../../src-renderer/lists/old-orders.ts'
import { summariseOrder } from '../../../../../src-renderer/lists/orders.ts'
import { summarisePending } from '../../../../../src-renderer/lists/pending.ts'
import { summariseRequest } from '../../../../../src-renderer/lists/requests.ts'
import {
  kindOfName,
  type RecordKind,
  recordKindNames,
  recordKinds,
} from '../../../../../src-renderer/model/record-kinds.ts'
import type { SummaryBase } from '../../../../../src-renderer/model/summaries.ts'
import { words } from '../../../fakes/draw.tsx'
import { makeOldOrder, makeOrder, makePending, makeRequest } from '../../../fakes/rows.ts'

const rows: Readonly<Record<RecordKind, SummaryBase>> = {
  orders: summariseOrder(makeOrder(1)),
  'old-orders': summariseOldOrder(makeOldOrder(2)),
  pending: summarisePending(makePending(3)),
  requests: summariseRequest(makeRequest('900', '1-1')),
}
const nothing = { number: null, person: null, productName: null, orderNumber: null, easyReturnCode: null }
const bare: Readonly<Record<RecordKind, SummaryBase>> = {
  orders: { ...rows.orders, ...nothing, itemCount: 0, firstItem: null } as SummaryBase,
  'old-orders': { ...rows['old-orders'], ...nothing, itemCount: 0 } as SummaryBase,
  pending: { ...rows.pending, ...nothing, channel: null, itemCount: 0 } as SummaryBase,
  requests: { ...rows.requests, ...nothing, cancellationType: null } as SummaryBase,
}

describe.each(recordKindNames)('a record of %s', screen => {
  it.each(['tr', 'en'] as const)('has its words in %s, also when the shop sent next to nothing', language => {
    const { t } = words[language]
    for (const row of [rows[screen], bare[screen]]) {
      const face = faceOf({ screen, row })
      const shown = [face.title(t), face.content(t), face.status(t).text]
      for (const text of shown) expect(text).toMatch(/\S/)
      const all = [...shown, face.about(t), face.tab ?? '', face.reference ?? ''].join('\n')
      expect(all).not.toMatch(/undefined|null|NaN|\[object|order\.|status\./)
    }
  })

  it('is found again by the name of one record, and in a list that no other kind has', () => {
    const { one, list } = recordKinds[screen]
    expect(kindOfName(one)).toBe(screen)
    expect(recordKindNames.filter(kind => recordKinds[kind].list === list)).toEqual([screen])
  })
})

it('the navigation counts only the pending orders that wait', () => {
  const pending = summarisePending(makePending(3))
  expect(recordFaces.pending.count([pending, { ...pending, withoutWaiting: true }])).toBe(1)
})

it('no name of another thing is a kind of record', () => {
  for (const name of ['entry', 'customer', 'orders', 'constructor', '__proto__', ''])
    expect(kindOfName(name)).toBeNull()
})
