import { useEffect, useMemo, useRef } from 'react'
import { takesText } from '../../ui/takes-text.ts'
import { bindings, walking } from '../commands/catalogue.ts'
import { pressOf } from '../commands/keys.ts'
import { useKeySettings } from '../commands/use-key-settings.ts'
import { type Burst, noBurst, type Part, type Stroke, step } from './scan-burst.ts'
import type { Scan } from './scan-text.ts'
import { rememberField } from './text-target.ts'

/** A sign that stands alone this long was no scanner's. */
const HOLD_MS = 60
/** Several that came together are likely a code; a busy window may be late with the rest of it. */
const HOLD_SEVERAL_MS = 150
/** So many together are a code, also when its end never comes: none of them runs a command that does something. */
const CODE_LEAST = 3

const strokeOf = (event: KeyboardEvent): Stroke => ({
  key: event.key,
  code: event.code,
  at: event.timeStamp,
  ctrl: event.ctrlKey || event.metaKey,
  alt: event.altKey,
  shift: event.shiftKey,
  repeat: event.repeat,
})

/** Outside of fields: whether a press waits for what comes behind it. A blank by itself presses what has focus. */
const waits = (part: Part, { alt, ctrl }: Stroke, signs: number): boolean =>
  (part === 'text' && (!alt || ctrl)) || (part === 'foreign' && signs > 1) || (part === 'dropped' && signs > 0)

/** They open the box and the cheat sheet, where what comes behind them is text; no code begins with them. */
const opens = ({ key }: Stroke, signs: number): boolean => signs === 1 && (key === '/' || key === '?')

/** Password managers type as fast as scanners, Tab and Enter included. */
const isSignIn = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('form')?.querySelector('input[type="password"]') != null

interface Hearers {
  readonly onScan: (scan: Scan) => void
  /** Whether a press only looks elsewhere. */
  readonly isWalk: (event: KeyboardEvent) => boolean
}

/** Hears every key of the window before anybody else does. Returns its undo. */
const listenForScans = ({ onScan, isWalk }: Hearers): (() => void) => {
  let burst: Burst = noBurst
  let restore: (() => void) | null = null
  /** Letters outside of fields wait: the first of a code would else run the command that has its key. */
  let held: KeyboardEvent[] = []
  let timer = 0
  const replayed = new WeakSet<Event>()

  const forgetHeld = (): readonly KeyboardEvent[] => {
    clearTimeout(timer)
    const waiting = held
    held = []
    return waiting
  }
  const release = (mayRun = (_event: KeyboardEvent) => true): void => {
    for (const event of forgetHeld().filter(mayRun)) {
      const copy = new KeyboardEvent(event.type, event)
      replayed.add(copy)
      const target = event.target instanceof Node && event.target.isConnected ? event.target : document.body
      target.dispatchEvent(copy)
    }
  }
  const keepFromOthers = (event: KeyboardEvent): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const onQuiet = (): void => {
    if (held.length >= CODE_LEAST) release(isWalk)
    else release()
  }
  const hold = (event: KeyboardEvent): void => {
    keepFromOthers(event)
    held.push(event)
    clearTimeout(timer)
    timer = window.setTimeout(onQuiet, held.length > 2 ? HOLD_SEVERAL_MS : HOLD_MS)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (replayed.has(event) || event.isComposing || isSignIn(event.target)) return
    const stroke = strokeOf(event)
    const outside = !takesText(event.target)
    const { burst: next, part, scan, endsDevice } = step(burst, stroke, outside)
    burst = next
    if (part === 'quiet') return
    if (endsDevice) {
      keepFromOthers(event)
      forgetHeld()
      if (scan) {
        restore?.()
        onScan(scan)
      }
      restore = null
      return
    }
    if (next.signs <= 1) restore = null
    if (!outside && next.signs > 0) restore ??= rememberField(event.target)
    const isFree = opens(stroke, next.signs) || (held.length === 0 && isWalk(event))
    if (outside && !stroke.repeat && !isFree && waits(part, stroke, next.signs)) hold(event)
    else release()
  }
  window.addEventListener('keydown', onKey, true)
  return () => {
    window.removeEventListener('keydown', onKey, true)
    release()
  }
}

/** Calls with every code that a barcode scanner types into the window, whatever has focus; the field is as it was before. */
export const useScanner = (onScan: (scan: Scan) => void): void => {
  const { own } = useKeySettings()
  const bound = useMemo(() => bindings(own), [own])
  const latest = useRef({ onScan, bound })
  useEffect(() => {
    latest.current = { onScan, bound }
  })
  useEffect(
    () =>
      listenForScans({
        onScan: scan => latest.current.onScan(scan),
        isWalk: event => {
          const id = latest.current.bound.get(pressOf(event) ?? '')
          return id !== undefined && walking.has(id)
        },
      }),
    [],
  )
}
