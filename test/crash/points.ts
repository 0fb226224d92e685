import { expect } from '@playwright/test'
import type { CrashShop, Moment } from './crash-shop.ts'
import type { Lives } from './lives.ts'

/** What a point needs to bring the first life to its end. */
export interface Scene {
  readonly lives: Lives
  readonly shop: CrashShop
}

export interface CrashPoint {
  readonly name: string
  /** Lives until the point and dies there; where the answer never leads there, a little later. */
  readonly reach: (scene: Scene) => Promise<void>
}

const enoughMs = 2_500

/** Waits until the app is dead, or for as long as the moment may take to come; then it dies anyway. */
async function untilShot({ lives }: Scene): Promise<void> {
  await expect
    .poll(() => lives.isDead, { timeout: enoughMs, intervals: [20] })
    .toBe(true)
    .catch(() => undefined)
  lives.shoot()
}

const submit = (scene: Scene) => scene.lives.ask().catch(() => undefined)

/** Dies the moment the shop sees it. */
const at = (moment: Moment) => async (scene: Scene) => {
  scene.shop.onMoment = seen => {
    if (seen === moment) scene.lives.shoot()
  }
  await submit(scene)
  await untilShot(scene)
}

/** Dies as soon as the ledger has a line of this kind. */
const onLine =
  (kind: string, begin: (scene: Scene) => Promise<void> = submit) =>
  async (scene: Scene) => {
    const before = (await scene.lives.ledger()).filter(one => one === kind).length
    const watch = async () => {
      const until = Date.now() + enoughMs
      while (Date.now() < until) {
        const now = (await scene.lives.ledger()).filter(one => one === kind).length
        if (now > before) break
      }
      scene.lives.shoot()
    }
    await Promise.all([begin(scene), watch()])
  }

async function queueWithoutShop(scene: Scene): Promise<void> {
  await scene.shop.stop()
  await scene.lives.ask()
  await expect(scene.lives.page.getByTestId('request-saved')).toBeVisible()
}

export const points: readonly CrashPoint[] = [
  {
    name: 'C0 as the form is submitted',
    reach: async scene => {
      await scene.lives.ask().catch(() => undefined)
      scene.lives.shoot()
    },
  },
  { name: 'C1 saved, and nobody told', reach: at('asked') },
  { name: 'C2 in the ledger, not in the table', reach: onLine('entry') },
  { name: 'C3 the baseline is read', reach: at('item-read') },
  { name: 'C4 the intent is written', reach: onLine('intent') },
  { name: 'C5 connected', reach: at('connected') },
  { name: 'C6 the head is out', reach: at('head') },
  { name: 'C7 the body is out', reach: at('body') },
  { name: 'C8 the effect is done', reach: at('effect') },
  { name: 'C9 half of the answer is there', reach: at('half') },
  { name: 'C10 the answer is there', reach: at('answered') },
  { name: 'C11 the outcome is written', reach: onLine('outcome') },
  { name: 'C12 in a read-back', reach: at('list') },
  { name: 'C13 the read-back is answered', reach: at('listed') },
  {
    name: 'C14 in an edit',
    reach: async scene => {
      await queueWithoutShop(scene)
      const { page } = scene.lives
      const edit = async () => {
        await page.getByTestId('nav-outbox').click()
        await page.getByTestId('entry-edit').click()
        const dialog = page.getByTestId('entry-edit-dialog')
        await dialog.getByTestId('request-description').fill('Başka bir not')
        await dialog.getByTestId('request-review').click()
        await dialog.getByTestId('request-submit').click({ noWaitAfter: true })
      }
      await onLine('entry', () => edit().catch(() => undefined))(scene)
    },
  },
  {
    name: 'C15 with a second start on the same profile',
    reach: async scene => {
      let second: unknown = null
      scene.shop.onMoment = seen => {
        if (seen === 'effect' && second === null) {
          second = 'tried'
          scene.lives.secondStart()
        }
      }
      await submit(scene)
      await untilShot(scene)
    },
  },
  {
    name: 'C16 once more while it starts again',
    reach: async scene => {
      await at('effect')(scene)
      scene.shop.onMoment = seen => {
        if (seen === 'asked') scene.lives.shoot()
      }
      await scene.lives.next().catch(() => undefined)
      await untilShot(scene)
    },
  },
  {
    name: 'C17 as somebody signs out',
    reach: async scene => {
      await queueWithoutShop(scene)
      await scene.lives.page
        .getByTestId('status-session')
        .click()
        .catch(() => undefined)
      scene.lives.shoot()
    },
  },
]
