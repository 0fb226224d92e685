import type { Page } from '@playwright/test'
import { listScenes } from './scenes/lists.ts'
import { pageScenes } from './scenes/pages.ts'
import { recordScenes } from './scenes/records.ts'
import type { Scene } from './scenes/steps.ts'
import type { Stage } from './stage.ts'

/** Every screen and dialog of an app in the middle of a working day, in an order that a person could walk. */
export const scenes: readonly Scene[] = [...listScenes, ...recordScenes, ...pageScenes]

/** Shows one scene after the other, `look`s at each, and leaves the app as it was. */
export async function walkScenes(
  stage: Stage,
  look: (scene: string, page: Page) => Promise<void>,
  step: (name: string, run: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const { page } = stage.app
  for (const { name, show, leave } of scenes)
    await step(name, async () => {
      await show(page, stage)
      await look(name, page)
      await leave?.(page, stage)
    })
}
