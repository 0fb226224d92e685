import type { FailureKind, Reply } from '../../src-main/contract/failures.ts'
import type { Order } from '../../src-main/contract/resources.ts'
import type { Cached } from '../storage/account-cache.ts'
import { areLinesDue, type OrderEntry } from './apply-order.ts'

/** Orders read in one run: a shop of thousands is done over many syncs, the newest first. */
export const ORDERS_A_RUN = 200
const GAP_MS = 150
/** So many orders in a row that can't be read mean that it is not the orders. */
const MISSES_TO_STOP = 3
/** Longer than any shop may ask us to wait: a clock that was put back. */
const LONGEST_WAIT_MS = 15 * 60_000

export interface LineReaderParts {
  /** Newest first. */
  readonly rows: () => readonly OrderEntry[]
  /** Reads one order from the shop and keeps it. */
  readonly read: (id: string) => Promise<Reply<Cached<Order>>>
  /** False when the account is signed out or closed. */
  readonly mayGoOn: () => boolean
  readonly pause: (ms: number) => Promise<void>
  readonly now: () => number
}

export interface LineReader {
  /** Reads what is due, one order at a time, until all of it is here, the cap is reached or the shop has enough. Joins a run. */
  readonly run: () => Promise<void>
}

/** Trouble of one order; anything else is trouble of the line, the session or the shop, and ends the run. */
const ofOneOrder: ReadonlySet<FailureKind> = new Set([
  'not-found',
  'rejected',
  'conflict',
  'incompatible',
  'server-error',
  'not-json',
])

/**
 * Reads the lines of orders that a shop lists without them (API.md a.4), so that they can be seen, and requests
 * made, without a connection. Only ever the order's own page: a read without an effect.
 */
export function createLineReader(parts: LineReaderParts): LineReader {
  const { read, mayGoOn, pause, now } = parts
  /** Orders that gave no lines, as the list showed them then. */
  const inVain = new Map<string, string>()
  let running: Promise<void> | null = null
  let notBefore = 0

  const isDue = (row: OrderEntry): boolean => areLinesDue(row) && inVain.get(row.id) !== faceOf(row)

  const runOnce = async (): Promise<void> => {
    let misses = 0
    const due = parts.rows().filter(isDue).slice(0, ORDERS_A_RUN)
    for (const row of due) {
      if (!mayGoOn()) return
      const reply = await read(row.id)
      const hasLines = reply.ok && reply.value.value.orderitem_set.length > 0
      if (!reply.ok && !ofOneOrder.has(reply.failure.kind)) {
        notBefore = now() + (reply.failure.retryAfterMs ?? 0)
        return
      }
      if (!hasLines) inVain.set(row.id, faceOf(row))
      misses = reply.ok ? 0 : misses + 1
      if (misses >= MISSES_TO_STOP) return
      await pause(GAP_MS)
    }
  }

  return {
    run: () => {
      const waitMs = notBefore - now()
      if (waitMs > 0 && waitMs <= LONGEST_WAIT_MS) return Promise.resolve()
      running ??= runOnce().finally(() => {
        running = null
      })
      return running
    },
  }
}

const faceOf = ({ status, amount, dateText }: OrderEntry): string => JSON.stringify([status.value, amount, dateText])
