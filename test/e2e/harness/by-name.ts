import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'

const languages = ['tr', 'en'] as const

/** A text of the app by its key, such as `order.title`. */
function textOf(language: (typeof languages)[number], key: string): string {
  const [area = '', ...path] = key.split('.')
  const file: unknown = JSON.parse(readFileSync(`src-renderer/i18n/${language}/${area}.json`, 'utf8'))
  const found = path.reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], file)
  if (typeof found !== 'string') throw new Error(`no text ${key} in ${language}`)
  return found
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The accessible name with this text, in whichever language the app speaks. */
const named = (key: string): RegExp =>
  new RegExp(`^(?:${languages.map(language => escaped(textOf(language, key))).join('|')})$`)

/** A button by the text on it, as a person finds it. */
export const button = (within: Page | Locator, key: string): Locator => within.getByRole('button', { name: named(key) })

/** A field by its label. A region may have the same name. */
export const field = (within: Page | Locator, key: string): Locator =>
  within.getByLabel(named(key)).and(within.locator('input, select, textarea'))

/** Ticks a box as a person does: when a notice comes in above it and moves it away at the click, they click again. */
export const tick = (box: Locator): Promise<void> =>
  expect(() => box.setChecked(true, { timeout: 5_000 })).toPass({ timeout: 20_000 })
