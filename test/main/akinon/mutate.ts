import fc from 'fast-check'
import { documentNames, documentText } from './documents.ts'

/** What can be wrong with a document, as data: a failing run shows the changes that led to it. */

const kinds = ['drop', 'null', 'retype', 'nest', 'lengthen', 'swap-enum', 'hostile', 'digits', 'proto', 'odd'] as const

export interface Change {
  readonly kind: (typeof kinds)[number]
  /** Which place of the document, and which variant of the change. */
  readonly at: number
  readonly variant: number
  readonly value: unknown
}

const oddValues = [{}, [], '', ' ', 0, -1, true, false, '0', 'null', [[]], [null], { value: null }, { results: {} }]
const odd = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...oddValues) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
)

export const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(10_000), variant: fc.nat(10_000), value: odd }),
  { minLength: 1, maxLength: 8 },
)

const hostile = [
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '\u202e\u2066gnp.exe',
  '\0\u0007\u001b[2J',
  '\ud800',
  '__proto__',
  'constructor',
  '[object Object]',
  'NaN',
  '-Infinity',
  '1.234,56',
  '+12.50',
  '{{number}} $t(action.cancel) $&',
  ' 12.50 ',
  "'; DROP TABLE orders; --",
  '=1+1',
  '\ufeff0',
  '٣٫١٤',
] as const

/** Numbers as the text of a body has them; the longer ones fit no double. */
const digits = [
  '9007199254740993',
  '-9007199254740993',
  '123456789012345678901234567890.10',
  '0.1234567890123456789',
  '1000000000000000000000',
  '0',
  '-0.00',
  '0.30000000000000004',
  '1e21',
  '1E-7',
  '1e999',
  '12.50',
  '99999999999999999999',
] as const

const mark = (number: string) => `#digits:${number}#`
const marked = /"#digits:([-+.\deE]+)#"/g

type Holder = Record<string, unknown>

const originals = new Map(documentNames.map(name => [name, documentText(`${name}.json`)]))

/** The text of a body: the document with the changes made, and the number tokens in it that JSON.stringify can't write. */
export function mutate(name: string, made: readonly Change[]): { readonly text: string; readonly numbers: string[] } {
  const root: Holder = { root: JSON.parse(originals.get(name) ?? '') }
  for (const change of made) {
    const places = placesOf(root)
    const place = pick(places, change.at)
    if (place) apply(change, ...place)
  }
  const numbers: string[] = []
  const text = JSON.stringify(root['root'] ?? null).replaceAll(marked, (_, number: string) => {
    numbers.push(number)
    return number
  })
  return { text, numbers }
}

function apply({ kind, variant, value }: Change, holder: Holder, key: string): void {
  const old = holder[key]
  if (kind === 'drop') delete holder[key]
  else if (kind === 'null') holder[key] = null
  else if (kind === 'retype') holder[key] = retype(old, variant)
  else if (kind === 'nest') holder[key] = nest(old, variant)
  else if (kind === 'lengthen') holder[key] = lengthen(old, variant)
  else if (kind === 'swap-enum') holder[key] = swapEnum(old, variant)
  else if (kind === 'hostile') holder[key] = pick(hostile, variant)
  else if (kind === 'digits') holder[key] = variant % 2 ? mark(pick(digits, variant >> 1)) : pick(digits, variant >> 1)
  else if (kind === 'proto') pollute(old, holder, variant)
  else holder[key] = structuredClone(value)
}

function retype(old: unknown, variant: number): unknown {
  if (typeof old === 'string') return pick([Number(old) || 7, [old], { value: old }, old !== ''], variant)
  if (typeof old === 'number') return pick([String(old), [old], { pk: old }, old !== 0], variant)
  if (typeof old === 'boolean') return pick([String(old), Number(old), old ? 'yes' : '', { value: old }], variant)
  if (Array.isArray(old)) return pick([{ ...old }, old[0] ?? null, { results: old }, String(old.length)], variant)
  if (old === null) return pick(['', {}, [], 0, false], variant)
  return pick([[old], Object.entries(old as Holder), 12, 'text', true], variant)
}

function nest(old: unknown, variant: number): unknown {
  const wrap = pick<(inner: unknown) => unknown>(
    [inner => ({ data: inner }), inner => [inner], inner => ({ value: inner }), inner => ({ results: [inner] })],
    variant,
  )
  let nested = old
  for (let depth = pick([1, 2, 40], variant >> 2); depth > 0; depth--) nested = wrap(nested)
  return nested
}

/** Mutations of mutations would otherwise grow without end. */
const longest = { text: 20_000, rows: 60, digits: 400 } as const

function lengthen(old: unknown, variant: number): unknown {
  const times = pick([3, 40], variant)
  if (typeof old === 'string') return (old || 'ş').repeat(times * 5).slice(0, longest.text)
  if (Array.isArray(old)) {
    const long = Array.from({ length: 3 }, () => structuredClone(old)).flat()
    return long.slice(0, longest.rows)
  }
  if (typeof old === 'number')
    return mark(
      `${String(Math.trunc(old) || 1)
        .repeat(times)
        .replaceAll(/\D/g, '1')
        .slice(0, longest.digits)}`,
    )
  if (typeof old !== 'object' || old === null) return 'x'.repeat(times * 5)
  return { ...(old as Holder), ...Object.fromEntries(Array.from({ length: times }, (_, i) => [`extra_${i}`, i])) }
}

/** The same code in each of the shapes a shop writes one, and codes nobody knows. */
function swapEnum(old: unknown, variant: number): unknown {
  const row = typeof old === 'object' && old !== null ? (old as Holder) : null
  const code = row ? (row['value'] ?? 'open') : old
  const shapes = [code, { value: code, label: 'Ad' }, { name: code }, [code, 'Ad'], { value: 999 }, 'no-such-code', {}]
  return pick(shapes, variant)
}

function pollute(old: unknown, holder: Holder, variant: number): void {
  const target = typeof old === 'object' && old !== null && !Array.isArray(old) ? (old as Holder) : holder
  if (Array.isArray(target)) return
  const key = pick(['__proto__', 'constructor', 'toString', 'hasOwnProperty'], variant)
  const value = pick<unknown>([{ polluted: true, id: 1, amount: '1.00' }, null, 'text', []], variant >> 2)
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
}

function placesOf(value: unknown, found: [Holder, string][] = []): [Holder, string][] {
  if (typeof value !== 'object' || value === null) return found
  const holder = value as Holder
  for (const key of Object.keys(holder)) {
    found.push([holder, key])
    placesOf(holder[key], found)
  }
  return found
}

function pick<T>(from: readonly T[], at: number): T {
  return from[at % from.length] as T
}
