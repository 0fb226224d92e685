import { type RefObject, useLayoutEffect } from 'react'

/** Moves focus to the first button of a place when `at` changes, if whatever had it is gone; takes it from nothing that has it. */
export const useTakeLostFocus = (place: RefObject<HTMLElement | null>, at: unknown): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `at` is no value to use but the moment to look
  useLayoutEffect(() => {
    const has = document.activeElement
    if (has === null || has === document.body) place.current?.querySelector('button')?.focus()
  }, [place, at])
}
