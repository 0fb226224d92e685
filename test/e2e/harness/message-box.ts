import { type ElectronApplication, expect } from '@playwright/test'

interface Box {
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
}

interface Held extends Box {
  readonly answer: (response: number) => void
}

/** From here on main's questions wait for `answerBox` instead of being shown; one that is taken back is gone. */
export const holdBoxes = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(({ dialog }) => {
    const held: Held[] = []
    Object.assign(globalThis, { heldBoxes: held })
    const show = (options: Electron.MessageBoxOptions) =>
      new Promise<Electron.MessageBoxReturnValue>(resolve => {
        const { message, detail = '', buttons = [], cancelId = 0, signal } = options
        const take = (response: number) => {
          held.splice(held.indexOf(box), 1)
          resolve({ response, checkboxChecked: false })
        }
        const box: Held = { message, detail, buttons, answer: take }
        held.push(box)
        signal?.addEventListener('abort', () => held.includes(box) && take(cancelId))
      })
    Object.assign(dialog, { showMessageBox: show })
  })

/** Main's questions that are open. */
export const openBoxes = (electron: ElectronApplication): Promise<readonly Box[]> =>
  electron.evaluate(() => {
    const { heldBoxes } = globalThis as unknown as { heldBoxes: readonly Held[] }
    return heldBoxes.map(({ message, detail, buttons }) => ({ message, detail, buttons: [...buttons] }))
  })

/** Waits for the one question that is open, and presses its button with this label. */
export async function answerBox(electron: ElectronApplication, label: string): Promise<Box> {
  await expect.poll(() => openBoxes(electron).then(all => all.length), { timeout: 20_000 }).toBe(1)
  const [box] = await openBoxes(electron)
  await electron
    .evaluate((_, wanted) => {
      const { heldBoxes } = globalThis as unknown as { heldBoxes: readonly Held[] }
      const [first] = heldBoxes
      first?.answer(first.buttons.indexOf(wanted))
    }, label)
    // Quitting may be faster than the answer to this.
    .catch(() => undefined)
  return box ?? { message: '', detail: '', buttons: [] }
}
