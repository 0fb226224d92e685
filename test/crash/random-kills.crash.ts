import { expect, test } from '@playwright/test'
import { removeProfile } from '../e2e/harness/app.ts'
import { seedOfRun } from '../seed.ts'
import { answers, CrashShop } from './crash-shop.ts'
import { expectKept, Lives, preparedProfile } from './lives.ts'

/** SIGKILL at a moment nobody chose, one request after the other, until enough have died. Counted at the shop. */

const kills = Number(process.env['KILLS'] ?? 80)
const longestMs = 1_500
const shop = new CrashShop()
let prepared = ''

/** Small and fixed by its seed: the same run can be had again, as far as a real machine can. */
const randomFrom = (start: number) => {
  let state = start >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
const random = randomFrom(seedOfRun())

test.beforeAll(async () => {
  await shop.start()
  prepared = await preparedProfile(shop)
})
test.afterAll(async () => {
  await shop.stop()
  await removeProfile(prepared)
})

for (let n = 0; n < kills; n += 1) {
  const answer = answers[Math.floor(random() * answers.length)] ?? 'ok-200'
  const afterMs = Math.round(random() * longestMs)
  test(`kill ${n + 1} of ${kills}`, async () => {
    test.info().annotations.push({ type: 'kill', description: `${afterMs} ms after the form began, answer ${answer}` })
    await shop.reset(answer)
    const lives = await Lives.begin(prepared)
    try {
      setTimeout(lives.shoot, afterMs)
      await lives.ask().catch(() => undefined)
      await expect.poll(() => lives.isDead).toBe(true)
      const wasSaved = (await lives.ledger()).includes('entry')
      await lives.next()
      await shop.letGo()
      const state = await lives.settled(shop)
      expectKept(shop, wasSaved, state)
    } finally {
      await lives.end()
    }
  })
}
