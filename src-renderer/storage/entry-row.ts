import { type Entry, entrySchema } from '../../src-main/contract/entries.ts'

/** Encrypts under the data key. `context` is bound to the text: what was sealed for one place does not open in another. */
export interface Sealer {
  readonly seal: (text: string, context: string) => Promise<Uint8Array>
  /** Rejects when the key or the context is another one, or the bytes are damaged. */
  readonly open: (bytes: Uint8Array, context: string) => Promise<string>
}

/** An entry as it lies in the table: what the queue must find without a key, and the rest sealed. */
export interface StoredRow {
  readonly seq: number
  readonly id: string
  readonly accountId: string
  readonly orderItem: string
  readonly state: string
  readonly version: number
  readonly createdAt: number
  readonly sealed: Uint8Array
}

/** A row that this version, or this key, can't read. Kept as it is, counted, never sent, never deleted. */
export interface UnreadableEntry {
  readonly seq: number
  readonly id: string
  readonly accountId: string
  readonly createdAt: number
}

const contextOf = (id: string): string => `outbox/entry/${id}`

export const sealEntry = async (entry: Entry, sealer: Sealer): Promise<StoredRow> => {
  const { seq, id, accountId, orderItem, state, version, createdAt } = entry
  const sealed = await sealer.seal(JSON.stringify(entry), contextOf(id))
  return { seq, id, accountId, orderItem, state, version, createdAt, sealed }
}

/** Null when the row can't be read: another key, damage, or a schema of a later version. */
export const openEntry = async (row: StoredRow, sealer: Sealer): Promise<Entry | null> => {
  try {
    const parsed = entrySchema.safeParse(JSON.parse(await sealer.open(row.sealed, contextOf(row.id))))
    // The plain columns are only a copy: a row whose copy differs was tampered with or torn.
    const matches = parsed.success && parsed.data.id === row.id && parsed.data.version === row.version
    return matches ? { ...parsed.data, seq: row.seq } : null
  } catch {
    return null
  }
}
