import type { Page } from '@playwright/test'

const codeOf = (character: string): string => {
  if (/[a-z]/i.test(character)) return `Key${character.toUpperCase()}`
  if (character === ' ') return 'Space'
  return /\d/.test(character) ? `Digit${character}` : 'Minus'
}

/** Seconds between two presses, as a slow scanner leaves them. */
const gap = 0.01

const enter = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }

/**
 * Types a code of letters, digits, dashes and blanks as a barcode scanner does, with as many Enters at its end as it is
 * set to send: the presses bear the times of the device, however long the window takes to answer each.
 */
export async function scan(page: Page, code: string, enters = 1): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const presses = [...code].map(key => ({
    key,
    code: codeOf(key),
    text: key,
    windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0),
  }))
  const all = [...presses, ...Array.from({ length: enters }, () => enter)]
  const began = Date.now() / 1000
  await Promise.all(
    all.flatMap(({ text, ...key }, place) => {
      const press = { ...key, timestamp: began + place * gap }
      return [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...press, text }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press }),
      ]
    }),
  )
  await session.detach()
}
