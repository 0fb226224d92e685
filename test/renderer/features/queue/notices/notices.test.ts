import { describe, expect, it } from 'vitest'
import {
  type News,
  newsBetween,
  noticeOf,
  orderTaken,
} from '../../../../../src-renderer/features/queue/notices/outcomes.ts'
import { gatherNews } from '../../../../../src-renderer/features/queue/notices/watch-outcomes.ts'
import { setupI18n } from '../../../../../src-renderer/i18n/setup.ts'
import { entry } from '../../../fakes/screen-rows.ts'
import { ManualClock } from '../../../outbox/fakes/manual-clock.ts'

const words = { tr: await setupI18n('tr'), en: await setupI18n('en') }
const { t } = words.en
const adopted = { requestId: '9', via: 'adopted', easyReturnCode: null } as const
const kinds = (news: readonly News[]) => news.map(one => `${one.entry.id} ${one.kind}`)

describe('news of the outbox', () => {
  it('are the ends that came about by themselves', () => {
    const before = [
      entry('a', 'SENDING'),
      entry('b', 'UNKNOWN'),
      entry('c', 'SENDING'),
      entry('d', 'SENDING'),
      entry('e', 'REJECTED'),
    ]
    const after = [
      entry('a', 'CONFIRMED'),
      entry('b', 'NEEDS_REVIEW'),
      entry('c', 'REJECTED'),
      entry('d', 'QUEUED'),
      entry('e', 'REJECTED'),
    ]
    expect(kinds(newsBetween(before, after))).toEqual(['a confirmed', 'b needs-review', 'c rejected'])
  })

  it('are not what somebody just did, nor what was there when we first looked', () => {
    expect(newsBetween([entry('a', 'NEEDS_REVIEW')], [entry('a', 'CONFIRMED', { result: adopted })])).toEqual([])
    expect(newsBetween([entry('a', 'DROPPED')], [entry('a', 'REJECTED')])).toEqual([])
    expect(newsBetween([], [entry('a', 'REJECTED')])).toEqual([])
  })
})

describe('the words of a notice', () => {
  const about = { ...entry('x', 'QUEUED').about, orderNumber: '0012', productName: 'Lamba' }
  const secret = { description: 'GIZLI', iban: 'TR330006100519786457841326', holder_name: 'GIZLI' }
  const one = (id: string, kind: News['kind']): News => {
    const plain = entry(id, 'CONFIRMED', { about })
    const payload = { ...plain.command.payload, ...secret }
    return { kind, entry: { ...plain, command: { ...plain.command, payload } } }
  }

  it('hold an order number and a product, and nobody’s name', () => {
    const notice = noticeOf([one('a', 'rejected')], t)
    expect(notice).toEqual({ title: 'The shop refused the request', body: '0012 · Lamba', entryId: 'a' })
    const all = [noticeOf([one('a', 'confirmed'), one('b', 'rejected')], t), notice]
    expect(JSON.stringify(all)).not.toMatch(/Elif|GIZLI|TR33/)
  })

  it('sum up several, and lead to the first that waits for somebody', () => {
    const news = [one('a', 'confirmed'), one('b', 'confirmed'), one('c', 'needs-review'), one('d', 'rejected')]
    expect(noticeOf(news, t)).toEqual({
      title: 'News of 4 requests',
      body: '2 received · 1 refused · 1 to decide',
      entryId: 'c',
    })
    expect(noticeOf(news.slice(0, 2), words.tr.t)).toEqual({
      title: '2 talepten haber var',
      body: '2 talep alındı',
      entryId: null,
    })
    expect(noticeOf([], t)).toBeNull()
  })
})

describe('news that come together', () => {
  const setup = () => {
    const clock = new ManualClock()
    const told: string[][] = []
    const gatherer = gatherNews(news => told.push(kinds(news)), clock)
    const add = (id: string, kind: News['kind'] = 'confirmed') =>
      gatherer.add([{ kind, entry: entry(id, 'CONFIRMED') }])
    return { clock, told, add, gatherer }
  }

  it('are told once, the last word on each', async () => {
    const { clock, told, add } = setup()
    add('a', 'needs-review')
    await clock.advance(1500)
    add('b')
    add('a')
    await clock.advance(1500)
    expect(told).toEqual([])
    await clock.advance(500)
    expect(told).toEqual([['a confirmed', 'b confirmed']])
  })

  it('are not held back for ever while more keep coming', async () => {
    const { clock, told, add } = setup()
    for (let n = 0; n < 20; n += 1) {
      add(`e${n}`)
      await clock.advance(1000)
    }
    expect(told.map(each => each.length)).toEqual([15])
  })

  it('nor when the clock is set back meanwhile', async () => {
    const { clock, told, add } = setup()
    add('first')
    clock.wall -= 3_600_000
    for (let n = 0; n < 20; n += 1) {
      add(`e${n}`)
      await clock.advance(1000)
    }
    expect(told.map(each => each.length)).toEqual([16])
  })

  it('are told when nobody listens any more', () => {
    const { told, add, gatherer } = setup()
    add('a')
    gatherer.stop()
    expect(told).toEqual([['a confirmed']])
  })
})

describe('a click on a notice', () => {
  it('leads to the order’s line when the shop took the request, and else to the outbox', () => {
    const taken = entry('a', 'CONFIRMED')
    const accounts = [{ id: taken.accountId }]
    expect(orderTaken(taken, accounts)).toEqual({
      accountId: taken.accountId,
      screen: 'orders',
      id: taken.about.orderId,
      line: taken.orderItem,
    })
    expect(orderTaken(entry('b', 'REJECTED'), accounts)).toBeNull()
    expect(orderTaken(entry('c', 'NEEDS_REVIEW'), accounts)).toBeNull()
    expect(orderTaken(taken, [])).toBeNull()
    expect(orderTaken(undefined, accounts)).toBeNull()
  })
})
