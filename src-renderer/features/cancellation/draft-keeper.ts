import { Dexie, type EntityTable } from 'dexie'
import { z } from 'zod'
import { endlessRoom, needRoom, type Room } from '../../cache/room.ts'
import type { Sealer } from '../../cache/sealer.ts'
import type { DraftStore, RequestDraft } from './draft-store.ts'

interface SealedDraft {
  readonly key: string
  readonly sealed: Uint8Array
}

/** What was typed and not yet saved as a request. Sealed like everything else about a customer. */
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
 * Brings back what was typed before a crash, then writes every change down shortly after it is made.
 * Resolves when the drafts are back; returns its undo.
 */
export const keepDrafts = async (
  store: DraftStore,
  sealer: Sealer,
  room: Room = endlessRoom,
  db = new DraftDb(),
): Promise<() => void> => {
  for (const { key, sealed } of await db.drafts.toArray())
    await sealer
      .open(sealed, `draft ${key}`)
      .then(text => store.restore(key, read(text)))
      // Sealed with a key that is gone, or of another version: of no use to anybody.
      .catch(() => db.drafts.delete(key))

  const changed = new Set<string>()
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
    // A full disk is said by the banner; typing goes on, and the next change tries again.
    for (const key of [...changed]) await writeOne(key).catch(() => changed.add(key))
  }
  return store.subscribe(key => {
    changed.add(key)
    if (isDue) return
    isDue = true
    setTimeout(() => {
      writing = writing.then(flush)
    }, settleMs)
  })
}
