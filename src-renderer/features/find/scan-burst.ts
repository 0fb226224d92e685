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
}

export interface Step {
  readonly burst: Burst
  /** Set when this press ended a scanned code. */
  readonly scan: Scan | null
}

/** Fewer are typed by chance. Behind a prefix a code may be as short as three. */
const LEAST = 6
const LEAST_FRAMED = 3
/** On average, the end included. Scanners take 1 to 30 ms a character; nobody types six in a row like that. */
const MEAN_GAP_MS = 35
/** A few late characters, when the machine is busy, are still the same code: the mean decides. */
const PAUSE_MS = 200

export const noBurst: Burst = {
  typed: [],
  startedAt: 0,
  lastAt: Number.NEGATIVE_INFINITY,
  framed: false,
  spoilt: false,
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

/** `break` begins anew, for a person may press it right before they scan; `foreign` is in the midst of what is no code. */
type Part = 'quiet' | 'text' | 'start' | 'end' | 'dropped' | 'break' | 'foreign'

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
  if (ctrl && !alt) return controls[code] ?? 'break'
  if (key === 'Enter' || key === 'Tab') return 'end'
  if (key.length > 1) return 'break'
  return key === ' ' ? 'foreign' : 'text'
}

const isScanned = ({ typed, startedAt, framed, spoilt }: Burst, endedAt: number): boolean => {
  const prefixed = framed || readScan(typed).hadPrefix
  const least = prefixed ? LEAST_FRAMED : LEAST
  return !spoilt && typed.length >= least && (endedAt - startedAt) / typed.length <= MEAN_GAP_MS
}

/** Takes one more press. Everything a person types comes back as no scan. */
export const step = (before: Burst, stroke: Stroke): Step => {
  const part = partOf(stroke)
  if (part === 'quiet') return { burst: before, scan: null }
  const { at } = stroke
  const isNew = at - before.lastAt > PAUSE_MS
  const burst = isNew ? { ...noBurst, startedAt: at } : before
  const goOn = (more: Partial<Burst>): Step => ({ burst: { ...burst, lastAt: at, ...more }, scan: null })
  switch (part) {
    case 'text':
      return goOn({ typed: [...burst.typed, stroke], startedAt: burst.typed.length === 0 ? at : burst.startedAt })
    case 'start':
      return burst.typed.length === 0 ? goOn({ framed: true }) : goOn({ spoilt: true })
    case 'end':
      return { burst: noBurst, scan: isScanned(burst, at) ? readScan(burst.typed) : null }
    case 'dropped':
      return goOn({})
    case 'break':
      return { burst: noBurst, scan: null }
    case 'foreign':
      return goOn({ spoilt: true, typed: [] })
  }
}
