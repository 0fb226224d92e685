import { describe, expect, it } from 'vitest'
import { readOldOrder, readOrder } from '../../../../src-main/akinon/read-order.ts'
import { readPending } from '../../../../src-main/akinon/read-pending.ts'
import { readRequest } from '../../../../src-main/akinon/read-request.ts'
import { type Drawn, otherFields } from '../../../../src-renderer/features/common/parts/other-fields.ts'
import {
  drawnOldItemFields,
  drawnOldOrderFields,
} from '../../../../src-renderer/features/records/old-orders/old-order-detail.tsx'
import { drawnItemFields } from '../../../../src-renderer/features/records/orders/line-extras.tsx'
import { drawnOrderFields } from '../../../../src-renderer/features/records/orders/order-facts.tsx'
import {
  drawnPendingFields,
  drawnPendingItemFields,
} from '../../../../src-renderer/features/records/pending/pending-facts.tsx'
import { drawnRequestFields } from '../../../../src-renderer/features/records/requests/request-detail.tsx'
import { summariseOldOrder } from '../../../../src-renderer/lists/old-orders.ts'
import { summariseOrder } from '../../../../src-renderer/lists/orders.ts'
import { summarisePending } from '../../../../src-renderer/lists/pending.ts'
import { summariseRequest } from '../../../../src-renderer/lists/requests.ts'
import { documented } from '../../../main/akinon/documents.ts'
import { drawOldOrder, drawOrder, drawPending, drawRequest, type Language, speak } from './drawn-screens.tsx'
import { readable } from './readable.ts'

/** A row's whole screen: its markup, and what its folds hold once they are opened. */
interface Screen {
  readonly markup: string
  readonly folds: readonly (readonly ReturnType<typeof otherFields>[number][])[]
}

/** What a person reads of it. */
const read = (screen: Screen | null): string =>
  screen === null
    ? ''
    : [readable(screen.markup), ...screen.folds.flat().map(({ path, text }) => `${path}: ${text}`)].join('\n')

const foldsOf = (row: object, drawn: Drawn, items: readonly object[], drawnOfItem: Drawn) => [
  ...items.map(item => otherFields(item, drawnOfItem)),
  otherFields(row, drawn),
]

const orderScreen = (raw: unknown): Screen | null => {
  const order = readOrder(raw)
  return (
    order && {
      markup: drawOrder(order, summariseOrder(order)),
      folds: foldsOf(order, drawnOrderFields, order.orderitem_set, drawnItemFields),
    }
  )
}

const pendingScreen = (raw: unknown): Screen | null => {
  const order = readPending(raw)
  return (
    order && {
      markup: drawPending(order, summarisePending(order)),
      folds: foldsOf(order, drawnPendingFields, order.orderitem_set, drawnPendingItemFields),
    }
  )
}

const oldOrderScreen = (raw: unknown): Screen | null => {
  const order = readOldOrder(raw)
  return (
    order && {
      markup: drawOldOrder(order, summariseOldOrder(order)),
      folds: foldsOf(order, drawnOldOrderFields, order.oldorderitem_set, drawnOldItemFields),
    }
  )
}

const requestScreen = (raw: unknown): Screen | null => {
  const request = readRequest(raw)
  return (
    request && {
      markup: drawRequest(request, summariseRequest(request)),
      folds: foldsOf(request, drawnRequestFields, [], {}),
    }
  )
}

type Path = readonly (string | number)[]

/** The way to every value of an example; an empty object or list is a value. */
const leavesOf = (value: unknown, path: Path = []): Path[] => {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return [path]
  return Array.isArray(value)
    ? value.flatMap((one, n) => leavesOf(one, [...path, n]))
    : Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]))
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value)

const withValue = (value: unknown, path: Path, next: unknown): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return next
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>
  copy[key] = withValue(copy[key], rest, next)
  return copy
}

const nameOf = (path: Path): string => path.filter(key => typeof key === 'string').join('.')

/** Another value that a shop may well send there, and what a person then reads. */
interface Other {
  readonly value: unknown
  readonly reads: RegExp
}

const verbatim = (text: string): RegExp => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))

/** Money and moments are read in the signs of the language; under “Other fields” they stand as the shop sent them. */
const inWords: Readonly<Record<Language, { readonly money: RegExp; readonly moment: RegExp }>> = {
  tr: { money: /7\.654,32|: 7654\.32/, moment: /4 Mar 2021|: 2021-03-04T12/ },
  en: { money: /7,654\.32|: 7654\.32/, moment: /4 Mar 2021|: 2021-03-04T12/ },
}

/** Of these a person reads a part only, and never the whole. */
const masked = /(?:^|\.)(?:iban|identity_number|bin_number)$/

const othersOf = (value: unknown, path: Path, language: Language): readonly Other[] => {
  const differs = (next: unknown): Other => ({ value: next, reads: /(?:)/ })
  if (typeof value === 'string') {
    if (masked.test(nameOf(path))) return [differs(`zq${value}`), differs(`${value}zq`)]
    if (/^\d+\.\d\d$/.test(value)) return [{ value: '7654.32', reads: inWords[language].money }]
    if (/^\d{4}-\d\d-\d\dT/.test(value))
      return [{ value: '2021-03-04T12:16:17.123456Z', reads: inWords[language].moment }]
    return [{ value: `${value}zq`, reads: verbatim(`${value}zq`) }]
  }
  if (typeof value === 'number') return [differs(value + 1)]
  if (typeof value === 'boolean') return [differs(!value)]
  if (Array.isArray(value)) return [differs([{ id: 9, name: 'zq', amount: '1.00' }])]
  return (value === null ? ['2.50', 'zq', true, { name: 'zq', label: 'zq' }] : [{ zq: 'zq', value: 'zq' }]).map(differs)
}

/** docs/api-coverage.md says why. */
const notShown = [/(?:^|\.)remote_addr$/, /_address\.user(?:\.|$)/]

const results = (name: string): readonly unknown[] => (documented(name) as { results: unknown[] }).results

const examples: readonly (readonly [string, readonly unknown[], (raw: unknown) => Screen | null])[] = [
  ['orders of the list', results('commerce-orders-list'), orderScreen],
  ['the order in detail', [documented('commerce-order-detail')], orderScreen],
  ['the order of the cancellation view', [documented('commerce-cancellation-view')], orderScreen],
  ['requests', results('commerce-requests-list'), requestScreen],
  ['a created request', [documented('commerce-create-response-200')], requestScreen],
  ['requests created together', documented('commerce-bulk-response-201') as unknown[], requestScreen],
  ['old orders', results('commerce-old-orders-list'), oldOrderScreen],
  ['an old order', [documented('commerce-old-order-detail')], oldOrderScreen],
  ['pending orders', results('omnitron-pending-list'), pendingScreen],
]

describe.each(['tr', 'en'] as const)('in %s', language => {
  it.each(examples)('a person reads every documented field of %s', (_name, rows, screenOf) => {
    speak(language)
    const unread = rows.flatMap(row => {
      const before = read(screenOf(row))
      return leavesOf(row)
        .filter(path => !notShown.some(each => each.test(nameOf(path))))
        .filter(path =>
          othersOf(valueAt(row, path), path, language).every(other => {
            const after = read(screenOf(withValue(row, path, other.value)))
            return after === before || !other.reads.test(after)
          }),
        )
        .map(nameOf)
    })
    expect(unread).toEqual([])
  })

  it.each(examples)('what is not to be shown of %s is not', (_name, rows, screenOf) => {
    speak(language)
    for (const row of rows)
      for (const path of leavesOf(row).filter(each => notShown.some(one => one.test(nameOf(each))))) {
        const text = JSON.stringify(screenOf(withValue(row, path, { zq: 'q-z-q' })))
        expect(text).not.toContain('q-z-q')
      }
  })

  it.each(examples)('each fold of %s says how much is in it', (_name, rows, screenOf) => {
    speak(language)
    for (const row of rows) {
      const screen = screenOf(row)
      const said = [...(screen?.markup.matchAll(/data-testid="other-fields"><summary>[^(<]*\((\d+)\)/g) ?? [])]
      expect(said.map(([, count]) => Number(count))).toEqual(
        screen?.folds.map(fields => fields.length).filter(count => count > 0),
      )
    }
  })
})
