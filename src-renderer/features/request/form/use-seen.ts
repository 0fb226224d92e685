import { type RefObject, useEffect, useRef } from 'react'

/** Holds what is shown once a frame of it was drawn, until it changes: nobody can mean what they have not seen. */
export const useSeen = <T>(shown: T): RefObject<T | null> => {
  const seen = useRef<T | null>(null)
  useEffect(() => {
    let drawn = 0
    const frame = requestAnimationFrame(() => {
      // A frame is drawn between its callbacks and the next task.
      drawn = window.setTimeout(() => {
        seen.current = shown
      })
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(drawn)
      seen.current = null
    }
  }, [shown])
  return seen
}
