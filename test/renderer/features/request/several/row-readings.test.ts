import { describe, expect, it, vi } from 'vitest'
import { type Failure, failed, failure, ok, type Reply } from '../../../../../src-main/contract/failures.ts'
import { RowReadings } from '../../../../../src-renderer/features/request/several/row-readings.ts'
import type { Workspace } from '../../../../../src-renderer/lists/types.ts'
import type { Cached } from '../../../../../src-renderer/storage/account-cache.ts'
import { fakeCounterside } from '../../../fakes/fake-counterside.ts'
import { customer } from '../../../fakes/screen-rows.ts'

/** A cache with some rows and a shop whose answers are given by hand; a row is enough when it is not empty. */
function desk(cached: Record<string, string>, signedIn = true) {
  const here = new Map(Object.entries(cached))
  const open: { id: string; answer: (text: string | Failure) => void }[] = []
  const asked: string[] = []
  const workspace: Workspace = {
    ...fakeCounterside().workspace(customer.id),
    account: { ...customer, signedIn },
  }
  const rowOf = (value: string, readAt: number): Cached<string> => ({ value, readAt })
  const readings = new RowReadings<string>(workspace, {
    read: async (_workspace, id) => {
      const text = here.get(id)
      return text === undefined ? null : rowOf(text, 1)
    },
    pull: (_workspace, id) =>
      new Promise<Reply<Cached<string>>>(resolve => {
        asked.push(id)
        const answer = (text: string | Failure) => resolve(typeof text === 'string' ? ok(rowOf(text, 2)) : failed(text))
        open.push({ id, answer })
      }),
    isEnough: text => text !== '',
  })
  const shown = (id: string) => {
    const { row, pulling, failure: why } = readings.snapshot().get(id) ?? {}
    return [row?.value ?? null, pulling, why?.kind ?? null]
  }
  return { readings, open, asked, shown }
}

describe('rows read together', () => {
  it('come from the cache, and from the shop only where the cache has too little', async () => {
    const { readings, open, asked, shown } = desk({ a: 'whole', b: '' })
    readings.want(['a', 'b', 'c'])
    await vi.waitFor(() => expect(asked).toEqual(['b', 'c']))
    expect(shown('a')).toEqual(['whole', false, null])
    expect(shown('b')).toEqual(['', true, null])
    for (const { id, answer } of open) answer(`${id} from the shop`)
    await vi.waitFor(() => expect(shown('c')).toEqual(['c from the shop', false, null]))
    expect(shown('b')).toEqual(['b from the shop', false, null])
  })

  it('are asked for two at a time, each once', async () => {
    const { readings, open, asked } = desk({})
    readings.want(['a', 'b', 'c'])
    readings.look()
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    open[0]?.answer('x')
    await vi.waitFor(() => expect(asked).toHaveLength(3))
    readings.look()
    open[1]?.answer('x')
    open[2]?.answer('x')
    await vi.waitFor(() => expect(readings.snapshot().get('c')?.pulling).toBe(false))
    expect(asked.toSorted()).toEqual(['a', 'b', 'c'])
  })

  it('are shown anew after the clock was set back', async () => {
    const wall = { now: 3 * 3_600_000 }
    const kept = { value: 'before', readAt: wall.now }
    const workspace = fakeCounterside().workspace(customer.id)
    const source = {
      read: async () => ({ ...kept }),
      pull: async () => failed(failure('offline')),
      isEnough: () => true,
    }
    const readings = new RowReadings<string>(workspace, source, () => wall.now)
    readings.want(['a'])
    await vi.waitFor(() => expect(readings.snapshot().get('a')?.row?.value).toBe('before'))
    wall.now = 1000
    Object.assign(kept, { value: 'after', readAt: 900 })
    readings.look()
    await vi.waitFor(() => expect(readings.snapshot().get('a')?.row?.value).toBe('after'))
  })

  it('are given up together when the line is gone, and tried again when it is back', async () => {
    const { readings, open, asked, shown } = desk({})
    readings.want(['a', 'b', 'c', 'd'])
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    open[0]?.answer(failure('offline'))
    open[1]?.answer(failure('offline'))
    await vi.waitFor(() => expect(shown('b')).toEqual([null, false, 'offline']))
    for (const id of ['a', 'c', 'd']) expect(shown(id)).toEqual([null, false, 'offline'])
    expect(asked).toHaveLength(2)
    readings.retry()
    expect(asked).toEqual(['a', 'b', 'a', 'b'])
    expect(shown('d')).toEqual([null, true, null])
  })

  it('fail one by one where the trouble is the row’s own', async () => {
    const { readings, open, asked, shown } = desk({})
    readings.want(['a', 'b', 'c'])
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    open[0]?.answer(failure('not-found'))
    await vi.waitFor(() => expect(asked).toEqual(['a', 'b', 'c']))
    expect(shown('a')).toEqual([null, false, 'not-found'])
    readings.retry()
    expect(asked).toHaveLength(3)
  })

  it('are not asked for without a session, nor once nobody wants them', async () => {
    const away = desk({ a: '' }, false)
    away.readings.want(['a', 'b'])
    await vi.waitFor(() => expect(away.readings.snapshot().get('b')?.looked).toBe(true))
    expect(away.asked).toEqual([])

    const left = desk({})
    left.readings.want(['a', 'b', 'c'])
    await vi.waitFor(() => expect(left.asked).toHaveLength(2))
    left.readings.want([])
    left.open[0]?.answer('x')
    left.open[1]?.answer('x')
    // One turn of the event loop: a pull that follows an answer would have begun by then.
    await new Promise(setImmediate)
    expect(left.asked).toEqual(['a', 'b'])
    expect(left.readings.snapshot().size).toBe(0)
  })
})
