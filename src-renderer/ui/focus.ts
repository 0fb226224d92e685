import { type RefObject, useLayoutEffect } from 'react'

const noText = /^(?:checkbox|radio|button|submit|reset|file|range)$/

export type TextField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * Whether the element uses typed letters itself. A checkbox or a button does not; a select jumps to the choice that
 * begins with the letter.
 */
export const isTextField = (target: EventTarget | null): target is TextField =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !noText.test(target.type))

export const takesText = (target: EventTarget | null): boolean =>
  isTextField(target) || (target instanceof HTMLElement && target.isContentEditable)

/** When `at` changes and the focused element is gone, moves focus to the first button in `place`. */
export const useTakeLostFocus = (place: RefObject<HTMLElement | null>, at: unknown): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `at` is not used, its change is the moment to look
  useLayoutEffect(() => {
    const has = document.activeElement
    if (has === null || has === document.body) place.current?.querySelector('button')?.focus()
  }, [place, at])
}
