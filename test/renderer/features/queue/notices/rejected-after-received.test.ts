import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../../../src-main/contract/entries.ts'
import type { Counterside } from '../../../../../src-renderer/features/common/services/services.tsx'
import { type News, noticeOf } from '../../../../../src-renderer/features/queue/notices/outcomes.ts'
import { watchOutcomes } from '../../../../../src-renderer/features/queue/notices/watch-outcomes.ts'
import { setupI18n } from '../../../../../src-renderer/i18n/setup.ts'
import { summariseRequest } from '../../../../../src-renderer/lists/requests.ts'
import type { ListSnapshot } from '../../../../../src-renderer/lists/types.ts'
import { requestStage } from '../../../../../src-renderer/model/request-status.ts'
import type { RequestSummary } from '../../../../../src-renderer/model/summaries.ts'
import { createWatched } from '../../../../../src-renderer/model/watched.ts'
import type { OutboxSnapshot } from '../../../../../src-renderer/outbox/types.ts'
import { type KeptStore, keptInMemory } from '../../../../../src-renderer/storage/kept-store.ts'
import { fakeCounterside } from '../../../fakes/fake-counterside.ts'
import { code, customer, entry, request } from '../../../fakes/screen-rows.ts'
import { ManualClock } from '../../../outbox/fakes/manual-clock.ts'

const words = { tr: await setupI18n('tr'), en: await setupI18n('en') }

type Statuses = Readonly<Record<string, string | null>>

const rowsOf = (statuses: Statuses): readonly RequestSummary[] =>
  Object.entries(statuses).map(([id, status]) => summariseRequest(request({ id, status: code(status) })))

/** One computer: what is kept lives on over its starts, and its clock goes on. */
const computer = () => {
  const clock = new ManualClock()
  const kept = keptInMemory()
  const told: string[][] = []

  /** Received by the shop now, as the request of this number. */
  const received = (id: string, requestId: string, more: Partial<Entry> = {}): Entry =>
    entry(id, 'CONFIRMED', {
      result: { requestId, via: 'response', easyReturnCode: null },
      settledAt: clock.now(),
      ...more,
    })

  /** Starts the app over the outbox and what the cache has of the list of requests. */
  const start = (entries: readonly Entry[], cached: Statuses, store: KeptStore = kept, ownClock = clock) => {
    const list = createWatched<ListSnapshot<RequestSummary>>({
      loaded: false,
      rows: [],
      asOf: null,
      pull: { kind: 'idle' },
      unreadable: [],
    })
    const base = fakeCounterside()
    const snapshotOf = (all: readonly Entry[], loaded: boolean): OutboxSnapshot => ({
      ...base.outbox.snapshot(),
      entries: all,
      loaded,
    })
    const outbox = createWatched(snapshotOf([], false))
    const requests = { ...list, refresh: async () => undefined, stop: () => undefined }
    const counterside: Pick<Counterside, 'accounts' | 'outbox' | 'glance'> = {
      accounts: createWatched({ accounts: [customer], activeId: customer.id }),
      outbox: { ...base.outbox, ...outbox },
      glance: () => ({ ...base.glance(customer.id), requests }),
    }
    const stop = watchOutcomes({
      counterside,
      kept: store,
      say: news => told.push(news.map(each => `${each.entry.id} ${each.kind}`)),
      clock: ownClock,
    })
    const listed = (statuses: Statuses) => list.set({ ...list.snapshot(), loaded: true, rows: rowsOf(statuses) })
    outbox.set(snapshotOf(entries, true))
    listed(cached)
    return {
      listed,
      entries: (all: readonly Entry[]) => outbox.set(snapshotOf(all, true)),
      stop,
    }
  }
  const wait = () => clock.advance(20_000)
  return { clock, kept, told, received, start, wait }
}

describe('a request that the shop rejects after it received it', () => {
  it('is told once, however often the list is read', async () => {
    const { received, start, told, wait } = computer()
    const app = start([], {})
    const mine = received('a', '7')
    app.entries([mine])
    app.listed({ 7: 'waiting_approval' })
    await wait()
    expect(told).toEqual([])
    for (let n = 0; n < 3; n += 1) {
      app.listed({ 7: 'rejected' })
      await wait()
    }
    expect(told).toEqual([['a rejected-later']])
  })

  it('is told together with the others, and not while somebody else’s request ends', async () => {
    const { received, start, told, wait } = computer()
    const app = start([], {})
    app.entries([received('a', '7'), received('b', '8'), received('c', '9')])
    app.listed({ 7: 'open', 8: 'open', 9: 'open', 10: 'open' })
    app.listed({ 7: 'rejected', 8: 'open', 9: 'open', 10: 'rejected' })
    app.listed({ 7: 'rejected', 8: 'rejected', 9: 'cancelled', 10: 'rejected' })
    await wait()
    expect(told).toEqual([['a rejected-later', 'b rejected-later', 'c called-off']])
  })

  it('and is received meanwhile, is told as rejected alone', async () => {
    const { received, start, told, wait } = computer()
    const app = start([entry('a', 'SENDING')], {})
    app.listed({ 7: 'rejected' })
    app.entries([received('a', '7')])
    await wait()
    expect(told).toEqual([['a rejected-later']])
  })

  it.each([
    ['knows it', { 7: 'rejected' }],
    ['is empty', {}],
    ['is older', { 7: 'open' }],
  ])('is not told again after a restart whose cache %s', async (_, cached) => {
    const { received, start, told, wait } = computer()
    const mine = received('a', '7')
    const first = start([mine], { 7: 'open' })
    first.listed({ 7: 'rejected' })
    await wait()
    first.stop()
    const next = start([mine], cached)
    await wait()
    next.listed({ 7: 'rejected' })
    await wait()
    expect(told).toEqual([['a rejected-later']])
  })

  it('while the app is closed, is told by the first read, and then no more', async () => {
    const { received, start, told, wait } = computer()
    const first = start([], {})
    const mine = received('a', '7')
    first.entries([mine])
    first.listed({ 7: 'open' })
    await wait()
    first.stop()
    expect(told).toEqual([])

    const second = start([mine], { 7: 'open' })
    await wait()
    second.listed({ 7: 'rejected' })
    await wait()
    second.stop()
    start([mine], { 7: 'rejected' })
    await wait()
    expect(told).toEqual([['a rejected-later']])
  })

  it('is told even if it was never seen open: the account’s list had not been read since', async () => {
    const { received, start, told, wait } = computer()
    start([], {}).stop()
    const app = start([received('a', '7')], {})
    app.listed({ 7: 'rejected' })
    await wait()
    expect(told).toEqual([['a rejected-later']])
  })

  it('is told at the next start if the app was killed before it could be', async () => {
    const { clock, received, start, told, wait } = computer()
    const mine = received('a', '7')
    const killed = start([mine], { 7: 'open' }, undefined, new ManualClock(clock.now()))
    killed.listed({ 7: 'rejected' })
    // Its clock never went on, and nobody stopped it.
    start([mine], { 7: 'rejected' })
    await wait()
    expect(told).toEqual([['a rejected-later']])
  })

  it('is not told if it was known before this was kept count of', async () => {
    const { clock, received, start, told, wait } = computer()
    const old = [received('a', '7'), received('b', '8'), received('c', '9')]
    clock.wall += 86_400_000
    const app = start(old, { 7: 'rejected', 8: 'open' })
    // The first read finds a rejection that is new, and one of which nobody knows how old it is.
    app.listed({ 7: 'rejected', 8: 'rejected', 9: 'rejected' })
    await wait()
    expect(told).toEqual([['b rejected-later']])
  })

  it('is not told to who matched it with this very request, but is when that was open then', async () => {
    const { received, start, told, wait } = computer()
    const app = start([entry('a', 'NEEDS_REVIEW'), entry('b', 'NEEDS_REVIEW')], { 7: 'rejected', 8: 'open' })
    const adopted = (id: string, requestId: string) =>
      received(id, requestId, { result: { requestId, via: 'adopted', easyReturnCode: null } })
    app.entries([adopted('a', '7'), adopted('b', '8')])
    await wait()
    expect(told).toEqual([])
    app.listed({ 7: 'rejected', 8: 'rejected' })
    await wait()
    expect(told).toEqual([['b rejected-later']])
  })

  it('and opens again, is told anew if it is rejected anew; a status that nobody knows opens nothing', async () => {
    const { received, start, told, wait } = computer()
    const app = start([received('a', '7')], { 7: 'open' })
    for (const status of ['rejected', null, 'rejected', 'İnceleniyor', 'rejected', 'approved', 'Rejected']) {
      app.listed({ 7: status })
      await wait()
    }
    expect(told).toEqual([['a rejected-later'], ['a rejected-later']])
  })

  it('while the app is closed, after the shop had opened it again, is told as well', async () => {
    const { received, start, told, wait } = computer()
    const mine = received('a', '7')
    const first = start([mine], { 7: 'open' })
    for (const status of ['rejected', 'open']) {
      first.listed({ 7: status })
      await wait()
    }
    first.stop()
    start([mine], { 7: 'open' }).listed({ 7: 'rejected' })
    await wait()
    expect(told).toEqual([['a rejected-later'], ['a rejected-later']])
  })

  it('is told although the disk takes nothing, and what the outbox lets go of is not kept for ever', async () => {
    const { kept, received, start, told, wait } = computer()
    const refusing: KeptStore = { ...kept, set: () => Promise.reject(new Error('full')) }
    const app = start([received('a', '7')], { 7: 'open' }, refusing)
    app.listed({ 7: 'rejected' })
    await wait()
    expect(told).toEqual([['a rejected-later']])
    app.stop()

    const other = start([received('x', '1'), received('y', '2')], { 1: 'open', 2: 'open' })
    other.listed({ 1: 'rejected', 2: 'open' })
    await wait()
    expect(kept.watch('notices.told').snapshot()).toMatchObject({ entries: ['x'] })
    other.entries([received('y', '2')])
    other.listed({ 2: 'rejected' })
    await wait()
    expect(kept.watch('notices.told').snapshot()).toMatchObject({ entries: ['y'] })
  })
})

describe('what the shop goes on with', () => {
  it('is no news: that it was received still holds', async () => {
    const { received, start, told, wait } = computer()
    const app = start([received('a', '7')], { 7: 'open' })
    const good = ['confirmed', 'approved', 'waiting_for_payment', 'completed']
    for (const status of good) {
      app.listed({ 7: status })
      await wait()
    }
    // The cases mean what the one table of statuses says.
    expect(good.map(value => requestStage({ value }))).toEqual(['in-progress', 'approved', 'to-be-paid', 'completed'])
    app.listed({})
    await wait()
    expect(told).toEqual([])
  })
})

describe('the words', () => {
  const about = { ...entry('x', 'CONFIRMED').about, orderNumber: '0012', productName: 'Lamba' }
  const lost = (id: string, kind: News['kind'], type: 'cancel' | 'refund'): News => {
    const plain = entry(id, 'CONFIRMED', { about })
    const payload = { ...plain.command.payload, cancellation_type: type, description: 'GIZLI', iban: 'TR33' }
    return { kind, entry: { ...plain, command: { ...plain.command, payload } } }
  }

  it('name the order and what was rejected, in the language of the screen, and nobody', () => {
    const { t } = words.en
    expect(noticeOf([lost('a', 'rejected-later', 'refund')], t)).toEqual({
      title: 'The shop rejected a refund request that it had received',
      body: '0012 · Lamba',
      entryId: 'a',
    })
    const titles = (['tr', 'en'] as const).flatMap(language =>
      (['rejected-later', 'called-off'] as const).flatMap(kind =>
        (['cancel', 'refund'] as const).map(type => noticeOf([lost('a', kind, type)], words[language].t)?.title),
      ),
    )
    expect(titles).toEqual([
      'Mağaza, aldığı iptal talebini reddetti',
      'Mağaza, aldığı iade talebini reddetti',
      'İptal talebi mağazada iptal edildi',
      'İade talebi mağazada iptal edildi',
      'The shop rejected a cancellation request that it had received',
      'The shop rejected a refund request that it had received',
      'A cancellation request was called off at the shop',
      'A refund request was called off at the shop',
    ])
  })

  it('count several, and lead to the first that did not end well', () => {
    const news = [
      lost('a', 'confirmed', 'cancel'),
      lost('b', 'rejected-later', 'cancel'),
      lost('c', 'rejected-later', 'refund'),
      lost('d', 'called-off', 'refund'),
    ]
    const notice = noticeOf(news, words.en.t)
    expect(notice).toEqual({
      title: 'News of 4 requests',
      body: '1 received · 2 rejected later · 1 called off',
      entryId: 'b',
    })
    expect(noticeOf(news.slice(1), words.tr.t)?.body).toBe('2 talep sonradan reddedildi · 1 talep iptal edildi')
    expect(JSON.stringify(notice)).not.toMatch(/Elif|GIZLI|TR33/)
  })
})
