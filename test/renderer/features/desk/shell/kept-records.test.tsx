import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import { CommandsProvider } from '../../../../../src-renderer/features/common/commands/commands.tsx'
import { NavigationProvider, type Screen } from '../../../../../src-renderer/features/common/navigation/navigation.tsx'
import { ServicesProvider } from '../../../../../src-renderer/features/common/services/services.tsx'
import { Shell } from '../../../../../src-renderer/features/desk/shell/shell.tsx'
import { FiltersProvider } from '../../../../../src-renderer/features/records/filters/filter-store.tsx'
import { seedOfRun } from '../../../../seed.ts'
import { servicesOver, words } from '../../../fakes/draw.tsx'
import { fakeCounterside } from '../../../fakes/fake-counterside.ts'

/** What each record holds when all is well; parts of it are put out of shape. */
const well: Readonly<Record<string, unknown>> = {
  keys: { singleKeys: true, own: { 'list.next': ['KeyB'], 'macro.1': [] } },
  macros: [{ id: 'm', name: 'Geç kaldı', type: 'refund', reason: { id: '1', text: 'Geç' }, note: '{customerName}' }],
  tabs: {
    tabs: [{ accountId: 'customer', screen: 'orders', id: '1', title: 'Ayşe', number: '1001', kept: true }],
    closed: [
      { tab: { accountId: 'customer', screen: 'customer', id: 'k', title: '', number: null, kept: true }, at: 0 },
    ],
  },
  looks: { orders: { layout: 'table', columns: ['number', 'nothing'] } },
  views: {
    orders: {
      own: [{ id: 'v', name: 'Bekleyen', filter: { text: '', facets: { status: '1' } }, look: null }],
      order: ['v'],
      unpinned: ['v'],
    },
  },
  tell: { shop: { 'refund-sent tr': 'Merhaba {customerName}' } },
  recents: [{ accountId: 'customer', screen: 'orders', id: '1' }],
  'command-uses': { 'go.orders': 3 },
  'summary-range': 'week',
  'export-format': 'csv',
  slip: { format: 'roll', language: 'tr' },
  'note customer 1': { text: 'Ayşe Hanım arayacak', at: 1 },
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The value with one of its parts, or itself, replaced. */
const broken = (value: unknown, path: readonly number[], by: unknown): unknown => {
  const [step, ...rest] = path
  if (step === undefined || !isObject(value)) return by
  const keys = Object.keys(value)
  const key = keys[step % Math.max(keys.length, 1)]
  if (key === undefined) return by
  const part = broken(value[key], rest, by)
  return Array.isArray(value) ? value.with(Number(key), part) : { ...value, [key]: part }
}

/** With a part of a record that each shows. */
const screens: readonly (readonly [first: Screen, shows: string])[] = [
  ['orders', 'Bekleyen'],
  ['outbox', 'Ayşe'],
  ['settings', 'Geç kaldı'],
]

const drawAll = (records: Readonly<Record<string, unknown>>, first: Screen): string => {
  const services = servicesOver(fakeCounterside({ entries: [] }))
  for (const [name, value] of Object.entries(records)) services.kept.set(name, value).catch(() => undefined)
  return renderToStaticMarkup(
    <I18nextProvider i18n={words.tr}>
      <ServicesProvider value={services}>
        <NavigationProvider first={first}>
          <CommandsProvider>
            <FiltersProvider>
              <Shell />
            </FiltersProvider>
          </CommandsProvider>
        </NavigationProvider>
      </ServicesProvider>
    </I18nextProvider>,
  )
}

const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(null, -1, 1e308, '', 'constructor', '__proto__', '{toString}', 'x'.repeat(5000), [], {}),
)

describe('what a person set up, read back from disk', () => {
  for (const [first, shows] of screens)
    it(`breaks no screen, whatever became of it: ${first}`, { timeout: 60_000 }, () => {
      expect(drawAll(well, first)).toContain(shows)
      fc.assert(
        fc.property(
          fc.constantFrom(...Object.keys(well)),
          fc.array(fc.nat(5), { maxLength: 5 }),
          odd,
          (name, path, by) => {
            drawAll({ ...well, [name]: broken(well[name], path, by) }, first)
          },
        ),
        { numRuns: 60, seed: seedOfRun() },
      )
    })
})
