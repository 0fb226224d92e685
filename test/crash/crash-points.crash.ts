import { expect, test } from '@playwright/test'
import { removeProfile } from '../e2e/harness/app.ts'
import { answers, CrashShop } from './crash-shop.ts'
import { expectKept, Lives, preparedProfile } from './lives.ts'
import { points } from './points.ts'

/**
 * 18 places to die times 12 answers of the shop (research: offline, part 5): the real app, its real database and ledger,
 * real sockets. Counted at the shop. What died early meets the answer in its next life.
 */

const shop = new CrashShop()
let prepared = ''

test.beforeAll(async () => {
  await shop.start()
  prepared = await preparedProfile(shop)
})
test.afterAll(async () => {
  await shop.stop()
  await removeProfile(prepared)
})

for (const point of points)
  for (const answer of answers)
    test(`${point.name}; ${answer}`, async () => {
      await shop.reset(answer)
      const lives = await Lives.begin(prepared)
      try {
        await point.reach({ lives, shop })
        shop.onMoment = () => undefined
        const wasSaved = (await lives.ledger()).includes('entry')
        await lives.next()
        await shop.letGo()
        const state = await lives.settled(shop)
        expectKept(shop, wasSaved, state)
        expect(shop.posts, 'POSTs').toBeLessThanOrEqual(provenNothing.has(answer) ? 2 : 1)
      } finally {
        await lives.end()
      }
    })

/** Answers after which the shop provably did nothing, so that one more POST is right. */
const provenNothing: ReadonlySet<string> = new Set(['signed-out', 'csrf', 'throttled', 'connection-refused'])
