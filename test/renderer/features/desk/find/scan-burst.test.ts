import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  noBurst,
  type Step,
  type Stroke,
  scanByPause,
  step,
} from '../../../../../src-renderer/features/desk/find/scan-burst.ts'
import { readScan, type Scan } from '../../../../../src-renderer/features/desk/find/scan-text.ts'
import { seedOfRun } from '../../../../seed.ts'

const still = { ctrl: false, alt: false, shift: false, repeat: false }

const codeOf = (letter: string): string => {
  if (/[a-z]/i.test(letter)) return `Key${letter.toUpperCase()}`
  return /\d/.test(letter) ? `Digit${letter}` : ({ '-': 'Minus', ']': 'BracketRight', ' ': 'Space' }[letter] ?? '')
}
const stroke = (key: string, at: number, more: Partial<Stroke> = {}): Stroke => ({
  ...still,
  key,
  code: key.length === 1 ? codeOf(key) : key,
  shift: key !== key.toLowerCase() && key.length === 1,
  at,
  ...more,
})

const stepsOf = (strokes: readonly Stroke[], outside = false): readonly Step[] => {
  let burst = noBurst
  return strokes.map(each => {
    const next = step(burst, each, outside)
    burst = next.burst
    return next
  })
}
const scansOf = (strokes: readonly Stroke[], outside = false): readonly Scan[] =>
  stepsOf(strokes, outside).flatMap(({ scan }) => scan ?? [])
/** The keys with these gaps before each. */
const typed = (keys: readonly string[], gapOf: (place: number) => number): readonly Stroke[] => {
  let at = 1000
  return keys.map((key, place) => {
    at += gapOf(place)
    return stroke(key, at)
  })
}
const fast = (keys: readonly string[]) => typed(keys, () => 8)
const texts = (strokes: readonly Stroke[]) => scansOf(strokes).map(({ text }) => text)

const codeChar = fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjklmnopqrstuvwxyz0123456789-')
const key = fc.oneof(codeChar, fc.constantFrom(' ', 'Enter', 'Tab', 'Backspace', 'ArrowLeft', 'ş', 'ı'))

describe('a scanner', () => {
  it('is heard, whatever it reads and however evenly it types', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 61, maxLength: 61 })
    fc.assert(
      fc.property(
        fc.array(codeChar, { minLength: 6, maxLength: 60 }),
        gaps,
        fc.constantFrom('Enter', 'Tab'),
        (code, gap, end) => {
          expect(texts(typed([...code, end], place => gap[place] ?? 1))).toEqual([code.join('')])
        },
      ),
      { seed: seedOfRun() },
    )
  })

  it('is heard through a late character', () => {
    expect(texts(typed([...'ABC1234567', 'Enter'], place => (place === 4 ? 190 : 8)))).toEqual(['ABC1234567'])
  })

  it('is heard twice in a row, and after somebody typed', () => {
    const first = fast([...'ORD-1001', 'Enter'])
    const human = typed([...'abc'], () => 120).map(each => ({ ...each, at: each.at + 1000 }))
    const second = fast([...'ORD-1002', 'Enter']).map(each => ({ ...each, at: each.at + 3000 }))
    expect(texts([...first, ...human, ...second])).toEqual(['ORD-1001', 'ORD-1002'])
  })

  it('is heard right behind another key: a field that was emptied, an Enter that ended nothing', () => {
    for (const before of ['Delete', 'Enter', 'Escape'])
      expect(texts([stroke(before, 1000), ...fast([...'ZX-990011', 'Enter'])])).toEqual(['ZX-990011'])
  })

  it('presses Shift for capitals, which counts for nothing', () => {
    const keys = fast([...'AB12CD', 'Enter']).flatMap(each => [stroke('Shift', each.at), each])
    expect(texts(keys)).toEqual(['AB12CD'])
  })

  it('may begin with a prefix: then a short code is one, too', () => {
    expect(texts(fast([...'A12', 'Enter']))).toEqual([])
    const stx = stroke('b', 1000, { ctrl: true })
    expect(texts([stx, ...fast([...'A12', 'Enter'])])).toEqual(['A12'])
    expect(texts([stx, ...fast([...'A12']), stroke('c', 1030, { ctrl: true })])).toEqual(['A12'])
    expect(texts(fast([...']C1A12', 'Enter']))).toEqual(['A12'])
  })

  it('sends group separators and line ends as Ctrl and a letter', () => {
    const parts = [...fast([...'0108690']), stroke(']', 1060, { ctrl: true }), stroke('7', 1064), stroke('8', 1068)]
    expect(texts([...parts, stroke('m', 1072, { ctrl: true })])).toEqual(['010869078'])
  })
})

describe('a person', () => {
  it('is never taken for a scanner, whatever they type', () => {
    const gaps = fc.array(fc.integer({ min: 45, max: 400 }), { minLength: 80, maxLength: 80 })
    fc.assert(
      fc.property(fc.array(key, { maxLength: 80 }), gaps, (keys, gap) => {
        expect(scansOf(typed(keys, place => gap[place] ?? 100))).toEqual([])
      }),
      { numRuns: 500, seed: seedOfRun() },
    )
  })

  it('may roll over pairs of keys as fast as a scanner', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 80 }), fc.integer({ min: 1, max: 20 }), (keys, gap) => {
        const strokes = typed(keys, place => (place % 2 === 0 ? 95 : gap))
        expect(scansOf(strokes)).toEqual([])
      }),
      { seed: seedOfRun() },
    )
  })

  it('may hold a key down', () => {
    const held = fast([...'xxxxxxxxxx', 'Enter']).map((each, place) => ({ ...each, repeat: place > 0 && place < 10 }))
    expect(scansOf(held)).toEqual([])
  })

  it('may have words typed by a program: no code has blanks, and none goes without an end', () => {
    expect(scansOf(fast([...'iade sebebi yanlis', 'Enter']))).toEqual([])
    expect(scansOf(fast([...'ORD-1001']))).toEqual([])
    expect(scansOf([...fast([...'ORD-1001']), stroke('Enter', 2000)])).toEqual([])
  })

  it('may correct themselves', () => {
    expect(scansOf(fast([...'ORD-10', 'Backspace', ...'01234', 'Enter']))).toEqual([])
  })
})

describe('outside of fields', () => {
  /** For each Enter or Tab, whether it is kept from what has focus. */
  const kept = (strokes: readonly Stroke[], outside = true) =>
    stepsOf(strokes, outside).flatMap(({ part, endsDevice }) => (part === 'end' ? [endsDevice] : []))

  it('a slow scanner is heard, too', () => {
    const slow = typed([...'ABC1234567', 'Enter'], () => 60)
    expect(scansOf(slow, true).map(({ text }) => text)).toEqual(['ABC1234567'])
    expect(scansOf(slow)).toEqual([])
  })

  it('the end of what no finger types presses nothing, a code or not', () => {
    for (const text of ['A12', 'AB 1', ' 12345', 'iade sebebi', 'ORD-1001'])
      expect(kept(fast([...text, 'Enter'])), text).toEqual([true])
    expect(kept(typed([...'RC12X9', 'Enter'], () => 95))).toEqual([true])
  })

  it('nor does the second of two ends, and a third is a person’s, however fast: somebody walks the buttons', () => {
    expect(kept(fast([...'ORD-1001', 'Enter', 'Enter', 'Tab', 'Tab']))).toEqual([true, true, false, false])
  })

  it('in a field both ends of a code are kept, and neither of two behind words', () => {
    expect(kept(fast([...'ORD-1001', 'Enter', 'Enter']), false)).toEqual([true, true])
    expect(
      kept(
        typed([...'tamam', 'Enter', 'Enter'], () => 90),
        false,
      ),
    ).toEqual([false, false])
    const words = typed([...'tamam', 'Enter', 'Enter'], () => 90)
    const moved = words.map((each, place) => ({ each, outside: place > 5 }))
    let burst = noBurst
    const ends = moved.flatMap(({ each, outside }) => {
      const next = step(burst, each, outside)
      burst = next.burst
      return next.part === 'end' ? [next.endsDevice] : []
    })
    // The first one pressed the form's button, and the second must not press the next.
    expect(ends).toEqual([false, true])
  })

  it('Enter behind a command, a held key or a pause is a person’s', () => {
    expect(kept(fast(['j', 'Enter']))).toEqual([false])
    expect(kept(fast(['j', 'd', 'Tab', 'Tab', 'Enter']))).toEqual([false, false, false])
    expect(kept(typed(['j', 'j', 'k', 'Enter'], () => 140))).toEqual([false])
    const held = fast([...'jjjjjj', 'Enter']).map((each, place) => ({ ...each, repeat: place > 0 && place < 6 }))
    expect(kept(held)).toEqual([false])
    expect(kept([...fast([...'ORD-1001', 'Enter']), stroke('Enter', 2000)])).toEqual([true, false])
    expect(kept(fast(['Enter', 'Enter']))).toEqual([false, false])
  })
})

describe('a scanner without an end sign', () => {
  const byPause = (strokes: readonly Stroke[], outside = true) => {
    const burst = stepsOf(strokes, outside).at(-1)?.burst ?? noBurst
    return scanByPause(burst, outside)?.text ?? null
  }

  it('has read a code when a pause comes, whatever it reads and however evenly it types', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 60, maxLength: 60 })
    fc.assert(
      fc.property(fc.array(codeChar, { minLength: 6, maxLength: 60 }), gaps, (code, gap) => {
        expect(byPause(typed(code, place => gap[place] ?? 1))).toBe(code.join(''))
      }),
      { seed: seedOfRun() },
    )
    expect(byPause(typed([...'2741487445760999'], () => 10))).toBe('2741487445760999')
  })

  it('has read none where signs are few, slow, held down, or among them what no code holds', () => {
    expect(byPause(fast([...'ABC12']))).toBeNull()
    expect(byPause(typed([...'ABC1234567'], () => 90))).toBeNull()
    expect(byPause(fast([...'xxxxxxxx']).map((each, place) => ({ ...each, repeat: place > 0 })))).toBeNull()
    expect(byPause(fast([...'RAF 12 C4']))).toBeNull()
    expect(byPause([])).toBeNull()
  })

  it('with a prefix has read a short code, too', () => {
    expect(byPause(fast([...']C1A12']))).toBe('A12')
    expect(byPause([stroke('b', 1000, { ctrl: true }), ...fast([...'A12'])])).toBe('A12')
  })

  it('leaves in a field what a program may have typed there, and takes what bears the sign of a scanner', () => {
    expect(byPause(fast([...'2741487445760999']), false)).toBeNull()
    expect(byPause(fast([...']C12741487445']), false)).toBe('2741487445')
  })

  it('is not taken for a person who presses one command after another', () => {
    fc.assert(
      fc.property(fc.array(codeChar, { maxLength: 40 }), fc.integer({ min: 80, max: 190 }), (keys, gap) => {
        expect(byPause(typed(keys, () => gap))).toBeNull()
      }),
      { seed: seedOfRun() },
    )
  })
})

describe('readScan', () => {
  const keys = (pairs: readonly (readonly [key: string, code: string, shift?: boolean])[]) =>
    pairs.map(([each, code, shift = false]) => ({ key: each, code, shift }))

  it('takes what is printed where it may be a code', () => {
    expect(readScan(fast([...'ORD-1']))).toEqual({ text: 'ORD-1', other: null, hadPrefix: false })
  })

  it('reads the keys by their places where a Turkish Q layout turned them', () => {
    const turned = keys([
      ['ı', 'KeyI'],
      ['D', 'KeyD', true],
      ['*', 'Minus'],
      ['7', 'Digit7'],
    ])
    expect(readScan(turned)).toMatchObject({ text: 'iD-7', other: 'ıD*7' })
  })

  it('gives both readings where either may be the code', () => {
    const turned = keys([
      ['*', 'Minus'],
      ['1', 'Digit1'],
    ])
    expect(readScan(turned)).toMatchObject({ text: '*1', other: '-1' })
  })

  it('takes the symbology’s sign off, also where the layout turned its bracket', () => {
    expect(readScan(fast([...']C1AB12'])).text).toBe('AB12')
    const turned = keys([
      ['ü', 'BracketRight'],
      ['E', 'KeyE', true],
      ['0', 'Digit0'],
      ['8', 'Digit8'],
    ])
    expect(readScan(turned)).toMatchObject({ text: '8', hadPrefix: true })
  })
})
