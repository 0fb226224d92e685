import { describe, expect, it } from 'vitest'
import { readActiveRequest, readItemRequests } from '../../../src-main/akinon/read-request.ts'
import { hasOwnId } from '../../../src-renderer/model/item-requests.ts'

describe('a request that the shop sent without an id', () => {
  it('has a name of ours that is never shown as the shop’s', () => {
    const nameless = { cancellation_type: 'cancel', status: { value: 'open' } }
    const made = [...readItemRequests([nameless], '9'), readActiveRequest(nameless, '9')]
    expect(made.map(request => request && hasOwnId(request.id))).toEqual([false, false])
  })

  it('is told from one that has an id, whatever it looks like', () => {
    for (const id of ['900', 'R-1', '-1', '0', 'active']) {
      const [request] = readItemRequests([{ id, cancellation_type: 'cancel' }], '9')
      expect(request && hasOwnId(request.id)).toBe(true)
    }
  })
})
