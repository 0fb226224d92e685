import { useEffect, useRef } from 'react'
import { type Burst, noBurst, type Stroke, step } from './scan-burst.ts'
import type { Scan } from './scan-text.ts'
import { rememberField } from './text-target.ts'

/** A letter that stands alone this long was no scanner's. */
const HOLD_MS = 40
/** Several that came together are likely a code; a busy window may be late with the rest of it. */
const HOLD_SEVERAL_MS = 150

const strokeOf = (event: KeyboardEvent): Stroke => ({
  key: event.key,
  code: event.code,
  at: event.timeStamp,
  ctrl: event.ctrlKey || event.metaKey,
  alt: event.altKey,
  shift: event.shiftKey,
  repeat: event.repeat,
})

const isLetter = ({ key, ctrl, alt, repeat }: Stroke): boolean =>
  key.length === 1 && key !== ' ' && !ctrl && !alt && !repeat

/** Hears every key of the window before anybody else does. Returns its undo. */
export const listenForScans = (onScan: (scan: Scan) => void): (() => void) => {
  let burst: Burst = noBurst
  let restore: (() => void) | null = null
  /** Letters outside of fields wait: the first of a code would else run the command that has its key. */
  let held: KeyboardEvent[] = []
  let timer = 0
  const replayed = new WeakSet<Event>()

  const release = (): void => {
    clearTimeout(timer)
    const waiting = held
    held = []
    for (const event of waiting) {
      const copy = new KeyboardEvent(event.type, event)
      replayed.add(copy)
      const target = event.target instanceof Node && event.target.isConnected ? event.target : document.body
      target.dispatchEvent(copy)
    }
  }
  const hold = (event: KeyboardEvent): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
    held.push(event)
    clearTimeout(timer)
    timer = window.setTimeout(release, held.length > 2 ? HOLD_SEVERAL_MS : HOLD_MS)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (replayed.has(event) || event.isComposing) return
    const stroke = strokeOf(event)
    const before = burst
    const { burst: next, scan } = step(before, stroke)
    burst = next
    if (scan) {
      event.preventDefault()
      event.stopImmediatePropagation()
      clearTimeout(timer)
      held = []
      restore?.()
      restore = null
      onScan(scan)
      return
    }
    if (next === before) return
    const field = next.typed.length === 1 ? rememberField(event.target) : null
    if (next.typed.length === 1) restore = field
    const inField = next.typed.length === 1 ? field !== null : restore !== null
    if (isLetter(stroke) && !inField) hold(event)
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
  const latest = useRef(onScan)
  useEffect(() => {
    latest.current = onScan
  })
  useEffect(() => listenForScans(scan => latest.current(scan)), [])
}
