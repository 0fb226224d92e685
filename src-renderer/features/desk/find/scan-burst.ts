import { readScan, type Scan } from './scan-text.ts'

/** One key press. `at` is the event's own time stamp in ms, which a busy window does not delay. */
export interface Stroke {
  readonly key: string
  readonly code: string
  readonly at: number
  readonly ctrl: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly repeat: boolean
}

/** Key presses without a pause between them. */
export interface Burst {
  readonly typed: readonly Stroke[]
  readonly startedAt: number
  readonly lastAt: number
  /** Whether it began with STX, which some scanners send first. */
  readonly framed: boolean
  /** Whether it contains a character that no code contains. Then nothing is a scan until the next pause. */
  readonly spoilt: boolean
  /** Characters of any kind since the last pause. A key that repeats because it is held down does not count. */
  readonly signs: number
  readonly firstAt: number
  /** The result of the first end key. Scanners may send two. */
  readonly ended: 'scan' | 'text' | null
}

/**
 * `break`: a key that a person may press right before a scan, so counting starts over. `foreign`: a key that no code
 * contains.
 */
export type Part = 'quiet' | 'text' | 'start' | 'end' | 'dropped' | 'break' | 'foreign'

export interface Step {
  readonly burst: Burst
  readonly part: Part
  /** The scanned code, when this press ended one. */
  readonly scan: Scan | null
  /**
   * Whether this press ended a text that was typed too fast for a person, code or not. It must not reach the focused
   * element.
   */
  readonly endsDevice: boolean
}

/** The shortest code. A person may type fewer characters that fast by chance. After a prefix, three are enough. */
const LEAST = 6
const LEAST_FRAMED = 3
/**
 * Average ms for each character, the end key included. Scanners take 1 to 30 ms; nobody types six characters that fast.
 */
const MEAN_GAP_MS = 35
/** The same outside of text fields: the slowest common setting of scanners. */
const MEAN_GAP_OUTSIDE_MS = 75
/** Average ms for each character of a short code. Nobody presses command keys and then Enter that fast. */
const DEVICE_GAP_MS = 100
/** The shortest code after a prefix. Two keys and Enter are typed by a person. */
const DEVICE_LEAST = 3
/** The longest pause within a code, in ms. A busy machine may deliver a few characters late; the average decides. */
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
  // Only a person holds a key down.
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

/** In a text field, a person may type this fast and then press Enter on purpose. */
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
 * Reads the characters before a pause, for scanners that send no end key. In a text field only a symbology prefix
 * distinguishes a code from text that a tool inserted.
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

/** Adds one key press. `outside`: no text field has the focus. Typing by a person never gives a scan. */
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
      // A second end key may belong to the scan. A third is pressed by a person.
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
