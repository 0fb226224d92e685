import type { AccountList } from '../../src-main/contract/accounts.ts'
import { cancellationPayloadSchema } from '../../src-main/contract/commands.ts'
import { type Entry, entrySchema, mostRecorded } from '../../src-main/contract/entries.ts'
import { type Failure, failed, failure, ok, type Reply } from '../../src-main/contract/failures.ts'
import type { EntryStore } from './entry-store.ts'
import type { Draft } from './types.ts'

/** Turns drafts into saved entries. One draft is one entry, however often and fast it is submitted. */
export class Enqueuer {
  readonly #store: EntryStore
  readonly #accounts: () => AccountList
  readonly #underWay = new Map<string, Promise<Reply<Entry>>>()

  constructor(store: EntryStore, accounts: () => AccountList) {
    this.#store = store
    this.#accounts = accounts
  }

  /**
   * Resolves when the entry is in ledger and table. Failures: `bad-input`, `storage` (nothing is saved or will be
   * sent).
   */
  async enqueue(draft: Draft): Promise<Reply<Entry>> {
    const [reply] = await this.#saveTogether([draft])
    return reply ?? failed(failure('bug'))
  }

  /**
   * A reply for each draft, in order. One record of the ledger is saved as a whole or not at all; more drafts are saved
   * record by record, up to the first that fails.
   */
  async enqueueAll(drafts: readonly Draft[]): Promise<readonly Reply<Entry>[]> {
    const replies: Reply<Entry>[] = []
    for (let from = 0; from < drafts.length; from += mostRecorded) {
      replies.push(...(await this.#saveTogether(drafts.slice(from, from + mostRecorded))))
      if (replies.some(reply => !reply.ok)) break
    }
    return replies
  }

  /** Joins the saving of drafts that are being saved already. */
  #saveTogether(drafts: readonly Draft[]): Promise<readonly Reply<Entry>[]> {
    const fresh = [...new Map(drafts.map(draft => [draft.id, draft])).values()].filter(
      ({ id }) => !this.#underWay.has(id),
    )
    const saving = this.#save(fresh).finally(() => {
      for (const { id } of fresh) this.#underWay.delete(id)
    })
    for (const [index, { id }] of fresh.entries())
      this.#underWay.set(
        id,
        saving.then(replies => replies[index] ?? failed(failure('bug'))),
      )
    return Promise.all(drafts.map(({ id }) => this.#underWay.get(id) ?? failed(failure('bug'))))
  }

  async #save(drafts: readonly Draft[]): Promise<readonly Reply<Entry>[]> {
    const made = drafts.map((draft): Reply<Entry> => {
      const known = this.#store.get(draft.id)
      return known === undefined ? this.#entryOf(draft) : ok(known)
    })
    const isNew = (draft: Draft) => this.#store.get(draft.id) === undefined
    const refused = made.find(reply => !reply.ok)
    // One invalid draft keeps back all others, so that nothing is done by halves.
    if (refused) return drafts.map((draft, index) => (isNew(draft) ? refused : (made[index] ?? refused)))
    const entries = made.flatMap((reply, index) => {
      const draft = drafts[index]
      return reply.ok && draft && isNew(draft) ? [reply.value] : []
    })
    if (entries.length === 0) return made
    const saved = await this.#store.createAll(entries)
    if (!saved.ok) return drafts.map((draft, index) => (isNew(draft) ? saved : (made[index] ?? saved)))
    const byId = new Map(saved.value.map(entry => [entry.id, entry]))
    return made.map(reply => (reply.ok ? ok(byId.get(reply.value.id) ?? reply.value) : reply))
  }

  /** The entry that a draft becomes. */
  #entryOf(draft: Draft): Reply<Entry> {
    const payload = cancellationPayloadSchema.safeParse(draft.payload)
    if (!payload.success) return failed(badInput(payload.error.issues))
    const account = this.#accounts().accounts.find(one => one.id === draft.accountId)
    if (account?.kind !== 'customer') return failed(failure('bad-input', { code: 'not-a-customer-account' }))
    if (this.#store.isUnreadable(draft.id)) return failed(failure('storage', { code: 'unreadable-entry' }))
    const { now } = this.#store.moment()
    const entry = entrySchema.safeParse(newEntry({ ...draft, payload: payload.data }, this.#store.nextSeq(), now))
    return entry.success ? ok(entry.data) : failed(badInput(entry.error.issues))
  }
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly code?: string | undefined
}

/**
 * A schema's issues as field errors. It takes the codes, because the schema's texts are English and screens have their
 * own.
 */
export const badInput = (issues: readonly Issue[]): Failure =>
  failure('bad-input', {
    errors: issues.slice(0, 100).map(({ path, code }) => ({
      field: path.length === 0 ? null : path.map(String).join('.'),
      text: code ?? 'custom',
    })),
  })

/** A new entry, in its first state. */
export const newEntry = (draft: Draft, seq: number, now: number): Entry => ({
  id: draft.id,
  seq,
  accountId: draft.accountId,
  orderItem: draft.payload.order_item,
  schema: 1,
  command: { kind: 'cancellation-request', payload: draft.payload },
  about: draft.about,
  ...(draft.batch === undefined ? {} : { batch: draft.batch }),
  revision: 1,
  version: 1,
  state: 'QUEUED',
  attempts: [],
  nextAt: null,
  failures: 0,
  lastFailure: null,
  review: null,
  absentReads: [],
  result: null,
  createdAt: now,
  settledAt: null,
})
