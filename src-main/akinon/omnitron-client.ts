import { type Failure, failed, failure, type Reply } from '../contract/failures.ts'
import type { Page } from '../contract/pages.ts'
import type { PendingOrder } from '../contract/pending.ts'
import { createReadClient, type ReadClient, type ReadClientOptions } from './read-client.ts'
import { getPage } from './read-lists.ts'
import { readPending } from './read-pending.ts'

/** The generation of Omnitron's paths; installations differ. */
export type OmnitronPrefix = 'i1' | 'v1'

interface OmnitronClientOptions extends Pick<ReadClientOptions, 'baseUrl' | 'fetch' | 'language' | 'timeoutMs'> {
  /** Called for each request; null when there is no token, and then no request goes out. */
  readonly token: () => string | null
  readonly prefix: OmnitronPrefix
  /** The shop's key for the pieces of a merged line; the default when missing. */
  readonly quantityKey?: string | undefined
}

/** Everything a staff account may read. */
export interface OmnitronClient {
  /**
   * Orders the shop calls pending. It lists some that have no waiting item: all rows are kept, and the
   * screen filters by item. Never throws.
   */
  readonly pending: (page: number, limit: number) => Promise<Reply<Page<PendingOrder>>>
}

export function createOmnitronClient(options: OmnitronClientOptions): OmnitronClient {
  const { token, prefix, quantityKey, ...rest } = options
  const clientWith = (key: () => string) =>
    createReadClient({ ...rest, credentials: 'omit', headers: () => tokenHeader(key()) })
  const own = clientWith(() => token() ?? '')
  const nobody = clientWith(() => impossibleToken)
  const ask = (client: ReadClient, page: number, limit: number) =>
    getPage(client, ['api', prefix, 'orders'], { page, limit, query: { cancel_status: 'waiting' } }, row =>
      readPending(row, quantityKey),
    )
  return {
    async pending(page, limit) {
      if (token() === null) return failed(failure('signed-out', { code: 'no-token' }))
      const reply = await ask(own, page, limit)
      if (reply.ok || reply.failure.kind !== 'rejected' || reply.failure.status !== 403) return reply
      // A 403 may mean a token that is not valid, or one without the right. It is not valid when one that can't exist
      // is answered in the same words; Omnitron has no page that says who a token belongs to.
      const unknown = await ask(nobody, 1, 1)
      const isAlike = !unknown.ok && wordsOf(unknown.failure) === wordsOf(reply.failure)
      return isAlike ? failed({ ...reply.failure, kind: 'signed-out' }) : reply
    },
  }
}

const impossibleToken = '0'.repeat(40)

const wordsOf = ({ status, code, errors }: Failure): string => JSON.stringify([status, code, errors])

/** A pasted token may come with its scheme, or with a line break that no header can carry. */
function tokenHeader(token: string): { Authorization: string } {
  return { Authorization: `Token ${token.replace(/^\s*token\s+/i, '').replace(/[^\x21-\x7e]/g, '')}` }
}
