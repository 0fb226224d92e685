import { useCallback, useMemo } from 'react'
import type { z } from 'zod'
import { useServices } from './services.tsx'
import { useWatched } from './use-watched.ts'

/**
 * A setting that survives restarts. The value is `initial` until one is stored that the schema accepts. `schema` and
 * `initial` must be constants. A change shows at once; if the disk is full it is lost at the next start.
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
