export interface Words {
  readonly [key: string]: string | Words
}

/** `./en/order.json` holds what keys like `order.title` name. */
const byArea = (files: Readonly<Record<string, Words>>): Words =>
  Object.fromEntries(Object.entries(files).map(([path, words]) => [path.replace(/^.*\/|\.json$/g, ''), words]))

/** Every text of the screens, by language and area: a file each. */
export const words = {
  tr: byArea(import.meta.glob<Words>('./tr/*.json', { eager: true, import: 'default' })),
  en: byArea(import.meta.glob<Words>('./en/*.json', { eager: true, import: 'default' })),
} as const
