import { useCallback, useMemo } from 'react'
import type { z } from 'zod'
import { useServices } from './services.tsx'
import { useWatched } from './use-watched.ts'

/**
 * A record that a person set up, kept over restarts. `initial` stands while there is none, or none that the schema reads;
 * it and the schema are constants. A change is shown at once, and lasts for this run only when the disk takes no more.
 */
export const useKept = <T>(name: string, schema: z.ZodType<T>, initial: T): readonly [T, (next: T) => void] => {
  const { kept } = useServices()
  const raw = useWatched(kept.watch(name))
  const value = useMemo(() => {
    const read = schema.safeParse(raw)
    return read.success ? read.data : initial
  }, [raw, schema, initial])
  const set = useCallback(
    (next: T) => {
      kept.set(name, next).catch(() => undefined)
    },
    [kept, name],
  )
  return [value, set]
}
