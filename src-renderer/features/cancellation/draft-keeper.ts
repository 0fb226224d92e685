import { Dexie, type EntityTable } from 'dexie'
import { z } from 'zod'
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
export const keepDrafts = async (store: DraftStore, sealer: Sealer, db = new DraftDb()): Promise<() => void> => {
  for (const { key, sealed } of await db.drafts.toArray())
    await sealer
      .open(sealed, `draft ${key}`)
      .then(text => store.restore(key, read(text)))
      // Sealed with a key that is gone, or of another version: of no use to anybody.
      .catch(() => db.drafts.delete(key))

  const changed = new Set<string>()
  let writing = Promise.resolve()
  const flush = async () => {
    const keys = [...changed]
    changed.clear()
    for (const key of keys) {
      const draft = store.get(key)
      if (store.has(key)) await db.drafts.put({ key, sealed: await sealer.seal(write(draft), `draft ${key}`) })
      else await db.drafts.delete(key)
    }
  }
  return store.subscribe(key => {
    // A full disk is said by the banner of the cache; typing goes on.
    const writeSoon = () => {
      writing = writing.then(flush).catch(() => undefined)
    }
    if (changed.size === 0) setTimeout(writeSoon, settleMs)
    changed.add(key)
  })
}
