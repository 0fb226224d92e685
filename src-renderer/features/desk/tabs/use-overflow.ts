import { type RefObject, useLayoutEffect, useState } from 'react'

/** Whether an element holds more than it shows at once. Looks again when it changes its size, and when `content` changes. */
export const useOverflow = (box: RefObject<HTMLElement | null>, content: unknown): boolean => {
  const [isMore, setMore] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `content` is no value to use but a reason to look again
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const look = () => setMore(element.scrollWidth > element.clientWidth + 1)
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box, content])
  return isMore
}
