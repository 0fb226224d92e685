import { useCallback, useState } from 'react'

const kept = new Map<string, unknown>()

/**
 * What somebody types in a dialog. Esc closes the dialog, and the text stands there when it is opened again, until it
 * is saved or cancelled (`forget`). `key` names the dialog and what it is about; the text lasts as long as the page.
 */
export const useTyped = <T>(key: string, initial: T) => {
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : initial))
  const type = useCallback(
    (change: (before: T) => T) =>
      setValue(before => {
        const next = change(before)
        kept.set(key, next)
        return next
      }),
    [key],
  )
  const forget = useCallback(() => {
    kept.delete(key)
  }, [key])
  return [value, type, forget] as const
}
