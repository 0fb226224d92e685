import { type Failure, failed, failure, type Reply } from '../contract/failures.ts'
import type { Page } from '../contract/pages.ts'
import type { PendingOrder } from '../contract/pending.ts'
import { createReadClient, type ReadClientOptions } from './read-client.ts'
import { getPage } from './read-lists.ts'
import { readPending } from './read-pending.ts'

/** The generation of Omnitron's paths; installations differ. */
export type OmnitronPrefix = 'i1' | 'v1'

interface OmnitronClientOptions extends Pick<ReadClientOptions, 'baseUrl' | 'fetch' | 'language' | 'timeoutMs'> {
  /** Read for each call; null when there is none, and then nothing is asked. */
  readonly token: () => string | null
  readonly prefix: OmnitronPrefix
  /** The shop's key for the pieces of a merged line; the default when missing. */
  readonly quantityKey?: string | undefined
}

/** Everything a staff account may read. */
export interface OmnitronClient {
  /**
   * Orders the shop calls pending. It lists some that have no waiting item: all rows are kept, and the
   * screen filters by item. Tries once; never throws.
   */
  readonly pending: (page: number, limit: number) => Promise<Reply<Page<PendingOrder>>>
}

export function createOmnitronClient(options: OmnitronClientOptions): OmnitronClient {
  const { token, prefix, quantityKey, ...rest } = options
  return {
    async pending(page, limit) {
      const key = token()
      if (key === null) return failed(failure('signed-out', { code: 'no-token' }))
      const ask = (token: string, page: number, limit: number) =>
        getPage(
          createReadClient({ ...rest, credentials: 'omit', headers: () => tokenHeader(token) }),
          ['api', prefix, 'orders'],
          { page, limit, query: { cancel_status: 'waiting' } },
          row => readPending(row, quantityKey),
        )
      const reply = await ask(key, page, limit)
      if (reply.ok || reply.failure.kind !== 'rejected' || reply.failure.status !== 403) return reply
      // A 403 may mean a token that is not valid, or one without the right. It is not valid when one that can't exist
      // is answered in the same words; Omnitron has no page that says who a token belongs to.
      const nobody = await ask(impossibleToken, 1, 1)
      const isAlike = !nobody.ok && wordsOf(nobody.failure) === wordsOf(reply.failure)
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
