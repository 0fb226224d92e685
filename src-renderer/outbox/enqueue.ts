import type { AccountList } from '../../src-main/contract/accounts.ts'
import { cancellationPayloadSchema } from '../../src-main/contract/commands.ts'
import { type Entry, entrySchema } from '../../src-main/contract/entries.ts'
import { type Failure, failed, failure, ok, type Reply } from '../../src-main/contract/failures.ts'
import type { Draft } from '../workspace/types.ts'
import type { EntryStore } from './entry-store.ts'

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly code?: string | undefined
}

/** What a schema did not like, as field errors: its codes, because its words are English. Screens have words for them. */
export const badInput = (issues: readonly Issue[]): Failure =>
  failure('bad-input', {
    errors: issues.slice(0, 100).map(({ path, code }) => ({
      field: path.length === 0 ? null : path.map(String).join('.'),
      text: code ?? 'custom',
    })),
  })

/** The first state of every entry. */
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

/** The door into the queue. One draft is one entry, however often and however fast it is submitted. */
export class Enqueuer {
  readonly #store: EntryStore
  readonly #accounts: () => AccountList
  readonly #underWay = new Map<string, Promise<Reply<Entry>>>()

  constructor(store: EntryStore, accounts: () => AccountList) {
    this.#store = store
    this.#accounts = accounts
  }

  /** Resolves when the entry is on both media. Failures: `bad-input`, `storage` (nothing saved, nothing will be sent). */
  enqueue(draft: Draft): Promise<Reply<Entry>> {
    const running = this.#underWay.get(draft.id)
    if (running !== undefined) return running
    const saved = this.#save(draft).finally(() => this.#underWay.delete(draft.id))
    this.#underWay.set(draft.id, saved)
    return saved
  }

  async #save(draft: Draft): Promise<Reply<Entry>> {
    const known = this.#store.get(draft.id)
    if (known !== undefined) return ok(known)
    const payload = cancellationPayloadSchema.safeParse(draft.payload)
    if (!payload.success) return failed(badInput(payload.error.issues))
    const account = this.#accounts().accounts.find(one => one.id === draft.accountId)
    if (account?.kind !== 'customer') return failed(failure('bad-input', { code: 'not-a-customer-account' }))
    if (this.#store.isUnreadable(draft.id)) return failed(failure('storage', { code: 'unreadable-entry' }))
    const { now } = this.#store.moment()
    const entry = entrySchema.safeParse(newEntry({ ...draft, payload: payload.data }, this.#store.nextSeq(), now))
    return entry.success ? this.#store.create(entry.data) : failed(badInput(entry.error.issues))
  }
}
