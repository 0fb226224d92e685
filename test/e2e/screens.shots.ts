import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { field } from './harness/by-name.ts'
import { walkScenes } from './harness/scenes.ts'
import { type Stage, setStage } from './harness/stage.ts'

const folder = process.env['COUNTERSIDE_SCREENS_DIR'] ?? 'test-results/screens'
const languages = ['tr', 'en'] as const
const themes = ['light', 'dark'] as const
let stage: Stage

test.beforeAll(async () => {
  stage = await setStage()
})
test.afterAll(async () => {
  await stage?.end()
})

for (const language of languages)
  for (const theme of themes)
    test(`every screen, ${language}, ${theme}`, async () => {
      const { page } = stage.app
      const into = join(folder, `${language}-${theme}`)
      await mkdir(into, { recursive: true })
      await page.getByTestId('nav-settings').click()
      await field(page, 'settings.language').selectOption(language)
      await field(page, 'settings.theme').selectOption(theme)
      await walkScenes(
        stage,
        async (name, shown) => {
          await shown.screenshot({ path: join(into, `${name}.png`) })
        },
        test.step,
      )
    })
