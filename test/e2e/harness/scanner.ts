import type { Page } from '@playwright/test'

const codeOf = (character: string): string => {
  if (/[a-z]/i.test(character)) return `Key${character.toUpperCase()}`
  return /\d/.test(character) ? `Digit${character}` : 'Minus'
}

/** Seconds between two presses, as a slow scanner leaves them. */
const gap = 0.01

/**
 * Types a code of letters, digits and dashes as a barcode scanner does, Enter at its end: the presses bear the times of
 * the device, however long the window takes to answer each.
 */
export async function scan(page: Page, code: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const presses = [...code].map(key => ({ key, code: codeOf(key), text: key }))
  const all = [...presses, { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }]
  const began = Date.now() / 1000
  await Promise.all(
    all.flatMap(({ key, code: at, ...more }, place) => {
      const press = { key, code: at, timestamp: began + place * gap }
      return [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...press, ...more }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press }),
      ]
    }),
  )
  await session.detach()
}
