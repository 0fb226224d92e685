import { useEffect, useMemo, useRef } from 'react'
import { isTextField, type TextField, takesText } from '../../../ui/focus.ts'
import { bindings, repeatable } from '../../common/commands/catalogue.ts'
import { useKeyboardLayout, useKeySettings } from '../../common/commands/key-settings.ts'
import { commandAt } from '../../common/commands/keys.ts'
import { type Burst, noBurst, PAUSE_MS, type Part, type Stroke, scanByPause, step } from './scan-burst.ts'
import type { Scan } from './scan-text.ts'

/** A character that stays alone for this long, in ms, is not from a scanner. */
const HOLD_MS = 60
/**
 * This many fast characters come from a device, even if they are no code. None of them may run a command that changes
 * something.
 */
const DEVICE_LEAST = 3

const strokeOf = (event: KeyboardEvent): Stroke => ({
  key: event.key,
  code: event.code,
  at: event.timeStamp,
  ctrl: event.ctrlKey || event.metaKey,
  alt: event.altKey,
  shift: event.shiftKey,
  repeat: event.repeat,
})

/** Whether a key press outside of fields waits for the next one. A blank alone presses the focused button. */
const waits = (part: Part, { alt, ctrl }: Stroke, signs: number): boolean =>
  (part === 'text' && (!alt || ctrl)) || (part === 'foreign' && signs > 1) || (part === 'dropped' && signs > 0)

/** Keys that open the box and the cheat sheet. No code begins with them, and the text after them goes into the box. */
const opens = ({ key }: Stroke, signs: number): boolean => signs === 1 && (key === '/' || key === '?')

/** Password managers type as fast as scanners, Tab and Enter included. */
const isSignIn = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('form')?.querySelector('input[type="password"]') != null

/** In a `<select>` letters choose an option; people do not type words there. */
const isChoice = (target: EventTarget | null): boolean => target instanceof HTMLSelectElement

/** The same key press again. With AltGr, the printed character differs from the key's letter. */
const again = (event: KeyboardEvent): KeyboardEvent => {
  const { key, code, location, ctrlKey, altKey, shiftKey, metaKey, bubbles, cancelable, composed } = event
  const modifierAltGraph = event.getModifierState('AltGraph')
  const modifiers = { ctrlKey, altKey, shiftKey, metaKey, modifierAltGraph }
  return new KeyboardEvent(event.type, { key, code, location, ...modifiers, bubbles, cancelable, composed })
}

interface Hearers {
  readonly onScan: (scan: Scan) => void
  /** Called with text that was too fast for typing, is not a code, and was ignored. */
  readonly onDropped: (text: string) => void
  /** Whether a key only moves the selection. */
  readonly isWalk: (event: KeyboardEvent) => boolean
}

/** Handles every key of the window before other listeners. Returns the function that stops it. */
const listenForScans = ({ onScan, onDropped, isWalk }: Hearers): (() => void) => {
  let burst: Burst = noBurst
  let restore: (() => void) | null = null
  /** Letters typed outside of fields wait here: otherwise the first letter of a code could run a command. */
  let held: KeyboardEvent[] = []
  let timer = 0
  const replayed = new WeakSet<Event>()

  const forgetHeld = (): readonly KeyboardEvent[] => {
    const waiting = held
    held = []
    return waiting
  }
  const release = (): void => {
    for (const event of forgetHeld()) {
      const copy = again(event)
      replayed.add(copy)
      const target = event.target instanceof Node && event.target.isConnected ? event.target : document.body
      target.dispatchEvent(copy)
    }
  }
  const keepFromOthers = (event: KeyboardEvent): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const take = (scan: Scan): void => {
    forgetHeld()
    restore?.()
    restore = null
    onScan(scan)
  }
  const drop = (): void => {
    const text = forgetHeld().map(({ key }) => (key.length === 1 ? key : ' '))
    restore = null
    if (text.length > 0) onDropped(text.join(''))
  }
  /** Runs when a pause follows the waiting keys, or the keys typed into a field. */
  const onPause = (outside: boolean): void => {
    const isWalking = held.length > 0 && held.every(isWalk)
    const scan = isWalking ? null : scanByPause(burst, outside)
    if (scan !== null) {
      burst = noBurst
      take(scan)
    } else if (held.length >= DEVICE_LEAST && !isWalking) drop()
    else release()
  }
  const waitForMore = (ms: number, outside: boolean): void => {
    timer = window.setTimeout(() => onPause(outside), ms)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (replayed.has(event) || event.isComposing || isSignIn(event.target)) return
    const stroke = strokeOf(event)
    const outside = !takesText(event.target)
    const { burst: next, part, scan, endsDevice } = step(burst, stroke, outside)
    burst = next
    if (part === 'quiet') return
    clearTimeout(timer)
    if (endsDevice) {
      keepFromOthers(event)
      if (scan === null) drop()
      else take(scan)
      return
    }
    if (next.signs <= 1) restore = null
    if (!outside && next.signs > 0) restore ??= rememberField(event.target)
    const isFree = opens(stroke, next.signs) || (held.length === 0 && isWalk(event))
    if (outside && !stroke.repeat && !isFree && waits(part, stroke, next.signs)) {
      keepFromOthers(event)
      held.push(event)
      waitForMore(held.length < DEVICE_LEAST ? HOLD_MS : PAUSE_MS, true)
      return
    }
    release()
    if (!outside) waitForMore(PAUSE_MS, isChoice(event.target))
  }
  window.addEventListener('keydown', onKey, true)
  return () => {
    window.removeEventListener('keydown', onKey, true)
    clearTimeout(timer)
    release()
  }
}

/**
 * Calls with every code that a barcode scanner types into the window, whatever has focus; the field is as it was
 * before.
 */
export const useScanner = (onScan: (scan: Scan) => void, onDropped: (text: string) => void): void => {
  const { own } = useKeySettings()
  const layout = useKeyboardLayout()
  const bound = useMemo(() => bindings(own, layout), [own, layout])
  const latest = useRef({ onScan, onDropped, bound })
  useEffect(() => {
    latest.current = { onScan, onDropped, bound }
  })
  useEffect(
    () =>
      listenForScans({
        onScan: scan => latest.current.onScan(scan),
        onDropped: text => latest.current.onDropped(text),
        isWalk: event => {
          const id = commandAt(event, latest.current.bound)
          return id !== undefined && repeatable.has(id)
        },
      }),
    [],
  )
}

/** Sets a field's value and fires the events that React listens to. */
const put = (field: TextField, value: string): void => {
  if (field.value === value) return
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set
  setter?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  if (field instanceof HTMLSelectElement) field.dispatchEvent(new Event('change', { bubbles: true }))
}

/** Remembers the field that keys go into; the function puts it back as it was. Null when keys go into no field. */
const rememberField = (target: EventTarget | null): (() => void) | null => {
  if (!isTextField(target)) return null
  const { value } = target
  if (target instanceof HTMLSelectElement) return () => put(target, value)
  const { selectionStart: start, selectionEnd: end } = target
  return () => {
    put(target, value)
    // Number and date fields know no selection.
    if (start !== null && end !== null) target.setSelectionRange(start, end)
  }
}
