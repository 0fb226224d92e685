import { useCallback, useState } from 'react'
import { z } from 'zod'
import type { KeptStore } from '../../../storage/kept-store.ts'
import { useServices } from '../../common/services/services.tsx'
import { useWatched } from '../../common/services/use-watched.ts'

/** A note on an order. It stays on this computer. */
export interface Note {
  readonly text: string
  /** When it was last written, ms since 1970. */
  readonly at: number
}

const noteSchema: z.ZodType<Note> = z.object({ text: z.string(), at: z.number() })

const prefixOf = (accountId: string): string => `note ${accountId} `
const nameOf = (accountId: string, orderId: string): string => `${prefixOf(accountId)}${orderId}`

/** Deletes the notes on the orders of a removed account. */
export const forgetNotes = async (kept: KeptStore, accountId: string): Promise<void> => {
  const names = kept.names().filter(name => name.startsWith(prefixOf(accountId)))
  await Promise.all(names.map(name => kept.set(name, undefined)))
}

export const useNote = (accountId: string, orderId: string) => {
  const { kept } = useServices()
  const name = nameOf(accountId, orderId)
  const read = noteSchema.safeParse(useWatched(kept.watch(name)))
  const [notSaved, setNotSaved] = useState(false)
  const write = useCallback(
    (text: string) => {
      const note: Note | undefined = text.trim() === '' ? undefined : { text, at: Date.now() }
      kept
        .set(name, note)
        .then(() => setNotSaved(false))
        .catch(() => setNotSaved(true))
    },
    [kept, name],
  )
  return { note: read.success ? read.data : null, notSaved, write }
}
