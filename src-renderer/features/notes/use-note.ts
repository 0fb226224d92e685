import { useCallback, useState } from 'react'
import { z } from 'zod'
import { useServices } from '../data/services.tsx'
import { useWatched } from '../data/use-watched.ts'

/** A person's own words on an order, kept on this computer alone. */
export interface Note {
  readonly text: string
  /** When it was last written, ms since 1970. */
  readonly at: number
}

const noteSchema: z.ZodType<Note> = z.object({ text: z.string().max(20_000), at: z.number() })

export const longestNote = 4000

const nameOf = (accountId: string, orderId: string): string => `note ${accountId} ${orderId}`

export const useNote = (accountId: string, orderId: string) => {
  const { kept } = useServices()
  const name = nameOf(accountId, orderId)
  const read = noteSchema.safeParse(useWatched(kept.watch(name)))
  const [notSaved, setNotSaved] = useState(false)
  const write = useCallback(
    (text: string) => {
      const note: Note | undefined =
        text.trim() === '' ? undefined : { text: text.slice(0, longestNote), at: Date.now() }
      kept
        .set(name, note)
        .then(() => setNotSaved(false))
        .catch(() => setNotSaved(true))
    },
    [kept, name],
  )
  return { note: read.success ? read.data : null, notSaved, write }
}
