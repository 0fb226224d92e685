import { readScan, type Scan } from './scan-text.ts'

/** One press as it came; `at` in ms of the event's own clock, which the system stamps and a busy window does not delay. */
export interface Stroke {
  readonly key: string
  readonly code: string
  readonly at: number
  readonly ctrl: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly repeat: boolean
}

/** Presses that came without a pause between them. */
export interface Burst {
  readonly typed: readonly Stroke[]
  readonly startedAt: number
  readonly lastAt: number
  /** Began with the sign that some scanners are set to send first (STX). */
  readonly framed: boolean
  /** Holds what no code holds: no scan until the next pause. */
  readonly spoilt: boolean
  /** Signs of any kind since the last pause, what no code holds among them; a key held down is none. */
  readonly signs: number
  readonly firstAt: number
  /** What its end came to already; scanners may send two. */
  readonly ended: 'scan' | 'text' | null
}

/** `break` begins anew, for a person may press it right before they scan; `foreign` is in the midst of what is no code. */
export type Part = 'quiet' | 'text' | 'start' | 'end' | 'dropped' | 'break' | 'foreign'

export interface Step {
  readonly burst: Burst
  readonly part: Part
  /** Set when this press ended a scanned code. */
  readonly scan: Scan | null
  /** Whether this press ended what no finger types so fast, a code or not: it is not meant for what has focus. */
  readonly endsDevice: boolean
}

/** Fewer are typed by chance. Behind a prefix a code may be as short as three. */
const LEAST = 6
const LEAST_FRAMED = 3
/** On average, the end included. Scanners take 1 to 30 ms a character; nobody types six in a row like that. */
const MEAN_GAP_MS = 35
/** The same where nobody types words: the slowest that scanners are commonly set to. */
const MEAN_GAP_OUTSIDE_MS = 75
/** On average; no fingers that press one command after another keep this up, and then find Enter. */
const DEVICE_GAP_MS = 100
/** No code is shorter; two keys and Enter are a person's. */
const DEVICE_LEAST = 3
/** A few late characters, when the machine is busy, are still the same code: the mean decides. */
export const PAUSE_MS = 200

export const noBurst: Burst = {
  typed: [],
  startedAt: 0,
  lastAt: Number.NEGATIVE_INFINITY,
  framed: false,
  spoilt: false,
  signs: 0,
  firstAt: 0,
  ended: null,
}

const quietKeys = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
  'Unidentified',
  'Dead',
])

/** Scanners send control characters as Ctrl and a letter. */
const controls: Readonly<Record<string, Part>> = {
  KeyB: 'start', // STX
  KeyC: 'end', // ETX
  KeyM: 'end', // CR
  KeyJ: 'end', // LF
  BracketRight: 'dropped', // GS
  BracketLeft: 'dropped', // ESC
  KeyD: 'dropped', // EOT
}

const partOf = ({ key, code, ctrl, alt, repeat }: Stroke): Part => {
  if (quietKeys.has(key)) return 'quiet'
  // A held key is a finger.
  if (repeat) return 'foreign'
  if (ctrl && !alt) return (Object.hasOwn(controls, code) ? controls[code] : undefined) ?? 'break'
  if (key === 'Enter' || key === 'Tab') return 'end'
  if (key.length > 1) return 'break'
  return key === ' ' ? 'foreign' : 'text'
}

const isScanned = ({ typed, startedAt, framed, spoilt }: Burst, endedAt: number, meanGapMs: number): boolean => {
  const prefixed = framed || readScan(typed).hadPrefix
  const least = prefixed ? LEAST_FRAMED : LEAST
  return !spoilt && typed.length >= least && (endedAt - startedAt) / typed.length <= meanGapMs
}

/** In a field a person may type so fast, and means Enter. */
const isDevice = ({ signs, firstAt, ended }: Burst, endedAt: number, outside: boolean): boolean =>
  ended === 'scan' ||
  (outside && (ended === 'text' || (signs >= DEVICE_LEAST && (endedAt - firstAt) / signs <= DEVICE_GAP_MS)))

const withSign = (burst: Burst, at: number): Burst => ({
  ...burst,
  signs: burst.signs + 1,
  firstAt: burst.signs === 0 ? at : burst.firstAt,
  ended: null,
})

/**
 * What a pause makes of the signs before it: a scanner that sends no end has read a code then. In a field where a
 * person types words, only the symbology's sign tells a code from an inserted text.
 */
export const scanByPause = (burst: Burst, outside: boolean): Scan | null => {
  const { typed, startedAt, framed, spoilt } = burst
  const last = typed.at(-1)
  if (last === undefined || spoilt) return null
  const scan = readScan(typed)
  const isPrefixed = framed || scan.hadPrefix
  const least = isPrefixed ? LEAST_FRAMED : LEAST
  if (typed.length < least || !(outside || isPrefixed)) return null
  const meanGapMs = (last.at - startedAt) / (typed.length - 1)
  return meanGapMs <= (outside ? MEAN_GAP_OUTSIDE_MS : MEAN_GAP_MS) ? scan : null
}

/** Takes one more press; `outside` of fields nobody types words. Everything a person types comes back as no scan. */
export const step = (before: Burst, stroke: Stroke, outside = false): Step => {
  const part = partOf(stroke)
  if (part === 'quiet') return { burst: before, part, scan: null, endsDevice: false }
  const { at } = stroke
  const isNew = at - before.lastAt > PAUSE_MS
  const burst = isNew ? { ...noBurst, startedAt: at } : before
  const goOn = (more: Partial<Burst>): Step => ({
    burst: { ...burst, lastAt: at, ...more },
    part,
    scan: null,
    endsDevice: false,
  })
  switch (part) {
    case 'text':
      return goOn({
        ...withSign(burst, at),
        lastAt: at,
        typed: [...burst.typed, stroke],
        startedAt: burst.typed.length === 0 ? at : burst.startedAt,
      })
    case 'start':
      return burst.typed.length === 0 ? goOn({ framed: true }) : goOn({ spoilt: true })
    case 'end': {
      const meanGapMs = outside ? MEAN_GAP_OUTSIDE_MS : MEAN_GAP_MS
      const scan = isScanned(burst, at, meanGapMs) ? readScan(burst.typed) : null
      const endsDevice = scan !== null || isDevice(burst, at, outside)
      const isFast = endsDevice || isDevice(burst, at, true)
      const ended = scan !== null ? 'scan' : 'text'
      // One more end may belong to it; the one behind that is a person's.
      const mayEndTwice = isFast && burst.ended === null
      return { burst: mayEndTwice ? { ...noBurst, lastAt: at, ended } : noBurst, part, scan, endsDevice }
    }
    case 'dropped':
      return goOn({})
    case 'break':
      return { burst: noBurst, part, scan: null, endsDevice: false }
    case 'foreign':
      return goOn({ ...(stroke.repeat ? {} : withSign(burst, at)), lastAt: at, spoilt: true, typed: [] })
  }
}
