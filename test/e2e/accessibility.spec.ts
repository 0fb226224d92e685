import { expect, type Page, test } from '@playwright/test'
import axe, { type AxeResults } from 'axe-core'
import { walkScenes } from './harness/scenes.ts'
import { type Stage, setStage } from './harness/stage.ts'

let stage: Stage

test.beforeAll(async () => {
  stage = await setStage()
})
test.afterAll(async () => {
  await stage?.end()
})

interface Finding {
  readonly rule: string
  readonly impact: string
  readonly where: readonly string[]
}

/** What axe calls serious or critical, with the elements. */
async function findings(page: Page, rules: readonly string[] = []): Promise<readonly Finding[]> {
  await page.evaluate(axe.source)
  const options = {
    resultTypes: ['violations'],
    ...(rules.length > 0 ? { runOnly: { type: 'rule', values: rules } } : {}),
  }
  const found = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as AxeResults
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => ({
      rule: id,
      impact: impact ?? '',
      where: nodes
        .slice(0, 5)
        .map(node => `${node.target.join(' ')}: ${node.failureSummary?.split('\n').at(1)?.trim()}`),
    }))
}

const walk = (look: (scene: string) => Promise<void>): Promise<void> => walkScenes(stage, look, test.step)

/** The rules whose answer depends on colours; all others answer alike in every look. */
const ofColour = ['color-contrast', 'link-in-text-block']

const looks: readonly { name: string; media: Parameters<Page['emulateMedia']>[0]; rules?: readonly string[] }[] = [
  { name: 'light', media: { colorScheme: 'light' } },
  { name: 'dark', media: { colorScheme: 'dark' }, rules: ofColour },
  { name: 'forced colours', media: { colorScheme: 'dark', forcedColors: 'active' }, rules: ofColour },
]

for (const { name, media, rules } of looks)
  test(`no screen has a serious finding, ${name}`, async () => {
    test.setTimeout(180_000)
    const { page } = stage.app
    await page.emulateMedia(media)
    await walk(async scene => {
      expect.soft(await findings(page, rules), scene).toEqual([])
    })
  })

/** Everything that a person could scroll sideways, with the innermost elements that stick out. */
const scrollsSideways = () => {
  const nameOf = (each: Element) => `${each.tagName.toLowerCase()}.${each.getAttribute('class') ?? ''}`
  const sticksOut = (box: HTMLElement) => {
    const end = box.getBoundingClientRect().left + box.clientLeft + box.clientWidth
    const out = [...box.querySelectorAll('*')].filter(each => each.getBoundingClientRect().right > end + 1)
    return out.filter(each => !out.some(other => other !== each && each.contains(other))).map(nameOf)
  }
  return [...document.querySelectorAll<HTMLElement>('body, body *')]
    .filter(each => {
      const style = getComputedStyle(each)
      const can = each === document.body || style.overflowX === 'auto' || style.overflowX === 'scroll'
      return can && each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1
    })
    .map(
      each =>
        `${nameOf(each)}: ${each.scrollWidth} > ${each.clientWidth}, by ${sticksOut(each).slice(0, 3).join(', ')}`,
    )
}

for (const zoom of [1, 2])
  test(`nothing scrolls sideways in 1366×768 at ${zoom * 100} %`, async () => {
    test.setTimeout(120_000)
    const { app } = stage
    await app.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
    await app.electron.evaluate(({ BrowserWindow }, factor) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.setContentSize(1366, 768)
      window?.webContents.setZoomFactor(factor)
    }, zoom)
    await expect.poll(() => app.page.evaluate(() => window.innerWidth)).toBe(1366 / zoom)
    await walk(async scene => {
      expect.soft(await app.page.evaluate(scrollsSideways), scene).toEqual([])
    })
  })

test('both checks see what is wrong', async () => {
  const { page } = stage.app
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
  await page.evaluate(() => {
    const wrong = document.createElement('div')
    wrong.id = 'planted'
    wrong.style.cssText = 'position: fixed; inset: 0; overflow: auto; background: #fff; z-index: 9'
    const [pale, wide] = [document.createElement('p'), document.createElement('p')]
    pale.textContent = 'pale'
    pale.style.color = '#bbb'
    wide.style.width = '300vw'
    wrong.append(document.createElement('button'), pale, wide)
    document.body.append(wrong)
  })
  const rules = (await findings(page)).map(({ rule }) => rule)
  expect(rules).toEqual(expect.arrayContaining(['button-name', 'color-contrast']))
  expect((await page.evaluate(scrollsSideways)).length).toBeGreaterThan(0)
  await page.evaluate(() => document.getElementById('planted')?.remove())
})
