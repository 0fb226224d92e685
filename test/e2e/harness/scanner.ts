import type { Page } from '@playwright/test'

const codeOf = (character: string): string => {
  if (/[a-z]/i.test(character)) return `Key${character.toUpperCase()}`
  return /\d/.test(character) ? `Digit${character}` : 'Minus'
}

/**
 * Types a code of letters, digits and dashes as a barcode scanner does: every press follows the one before at once,
 * however long the window takes to answer it, and Enter ends it.
 */
export async function scan(page: Page, code: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const presses = [...code].map(key => ({ key, code: codeOf(key), text: key }))
  const all = [...presses, { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }]
  await Promise.all(
    all.flatMap(press => [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...press }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: press.key, code: press.code }),
    ]),
  )
  await session.detach()
}
