import { Dexie, type EntityTable } from 'dexie'
import { z } from 'zod'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { createWatched, type Settable } from '../../../model/watched.ts'
import { openMs, storageFailure, withDeadline, writeMs } from '../../../storage/deadline.ts'
import { endlessRoom, needRoom, type Room } from '../../../storage/room.ts'
import type { Sealer } from '../../../storage/sealer.ts'
import type { DraftStore, RequestDraft } from './drafts.ts'

interface SealedDraft {
  readonly key: string
  readonly sealed: Uint8Array
}

/** Request drafts that are not saved as entries yet. They are sealed like all customer data. */
export class DraftDb extends Dexie {
  declare readonly drafts: EntityTable<SealedDraft, 'key'>

  constructor(name = 'counterside-drafts') {
    super(name, { chromeTransactionDurability: 'relaxed', cache: 'disabled' })
    // Append-only: a shipped version is never edited.
    this.version(1).stores({ drafts: 'key' })
  }
}

const keptSchema = z.object({
  lines: z.array(z.tuple([z.string(), z.object({ id: z.string(), quantity: z.number().nullable() })])),
  step: z.enum(['edit', 'review']),
  form: z.object({
    type: z.enum(['cancel', 'refund', '']),
    reason: z.string(),
    description: z.string(),
    shippingCompany: z.string(),
    pickupAddress: z.string(),
    pickupDate: z.string(),
    pickupStart: z.string(),
    pickupEnd: z.string(),
    iban: z.string(),
    holderName: z.string(),
    ibanAsIs: z.boolean().default(false),
    loyalty: z.boolean(),
  }),
  sought: z.object({ text: z.string(), numbers: z.array(z.string()) }).optional(),
})

const write = (draft: RequestDraft): string => JSON.stringify({ ...draft, lines: [...draft.lines] })

const read = (text: string): RequestDraft => {
  const { lines, sought, ...kept } = keptSchema.parse(JSON.parse(text))
  return { ...kept, lines: new Map(lines), ...(sought === undefined ? {} : { sought }) }
}

const settleMs = 150

/**
 * Restores the drafts of the last session, then saves every change shortly after it is made. Resolves when the drafts
 * are restored or the database times out. If the database opens later, its drafts are restored then, and changes made
 * meanwhile are saved. `trouble` holds the reason while a change is not on disk. Returns a function that stops saving.
 */
export const keepDrafts = async (
  store: DraftStore,
  sealer: Sealer,
  room: Room = endlessRoom,
  db = new DraftDb(),
  trouble: Settable<Failure | null> = createWatched<Failure | null>(null),
): Promise<() => void> => {
  const changed = new Set<string>()
  let isJoined = false
  let isRestoring = false
  let writing = Promise.resolve()
  let isDue = false

  const writeOne = async (key: string) => {
    changed.delete(key)
    const sealed = store.has(key) ? await sealer.seal(write(store.get(key)), `draft ${key}`) : null
    await needRoom(room)
    await (sealed ? db.drafts.put({ key, sealed }) : db.drafts.delete(key))
  }
  const flush = async () => {
    isDue = false
    let refused: Failure | null = null
    // A banner shows the failure. Typing goes on, and the next change tries again.
    for (const key of [...changed])
      await withDeadline(writeOne(key), writeMs, 'Writing a draft').catch(error => {
        changed.add(key)
        refused = storageFailure(error)
      })
    trouble.set(refused)
  }
  const flushSoon = () => {
    if (isDue || !isJoined || changed.size === 0) return
    isDue = true
    setTimeout(() => {
      writing = writing.then(flush)
    }, settleMs)
  }
  const unsubscribe = store.subscribe(key => {
    if (isRestoring) return
    changed.add(key)
    flushSoon()
  })

  const join = async () => {
    for (const { key, sealed } of await db.drafts.toArray())
      await sealer
        .open(sealed, `draft ${key}`)
        .then(text => {
          const draft = read(text)
          isRestoring = true
          // A change made meanwhile wins, even if it cleared the draft.
          if (!changed.has(key)) store.restore(key, draft)
        })
        // Sealed with a lost key, or written by another version: it can't be read.
        .catch(() => db.drafts.delete(key))
        .finally(() => {
          isRestoring = false
        })
    isJoined = true
    trouble.set(null)
    flushSoon()
  }
  const joining = join()
  await withDeadline(joining, openMs, 'Opening the drafts').catch(error => trouble.set(storageFailure(error)))
  // Reports a failure that comes after the deadline.
  joining.catch(error => trouble.set(storageFailure(error)))
  return unsubscribe
}
