import type { Reply } from '../../src-main/contract/failures.ts'
import type { Order } from '../../src-main/contract/resources.ts'
import { gateFor } from '../connection/replies.ts'
import type { Cached } from '../storage/account-cache.ts'
import { areLinesDue, type OrderSummaryWithItems } from './orders.ts'

/** Orders read in one run, newest first. A shop with thousands of orders takes many syncs. */
export const ORDERS_A_RUN = 200
const GAP_MS = 150
/** This many unreadable orders in a row are not a problem of single orders. */
const MISSES_TO_STOP = 3

interface LineReaderParts {
  /** Newest first. */
  readonly rows: () => readonly OrderSummaryWithItems[]
  /** Reads one order from the shop and keeps it. */
  readonly read: (id: string) => Promise<Reply<Cached<Order>>>
  /** False when the account is signed out or closed, or its shop does not want to be asked now. */
  readonly mayGoOn: () => boolean
  readonly pause: (ms: number) => Promise<void>
}

interface LineReader {
  /**
   * Reads the orders that are due, one at a time, until none is left, the limit is reached or the shop refuses. Joins a
   * running run.
   */
  readonly run: () => Promise<void>
}

/**
 * Reads the lines of orders that a shop lists without them, so that they are there without a connection, too. It only
 * reads the order's own page, which changes nothing at the shop.
 */
export function createLineReader(parts: LineReaderParts): LineReader {
  const { read, mayGoOn, pause } = parts
  /** Orders that gave no lines, with what the list showed of them then. */
  const inVain = new Map<string, string>()
  let running: Promise<void> | null = null

  const isDue = (row: OrderSummaryWithItems): boolean => areLinesDue(row) && inVain.get(row.id) !== faceOf(row)

  const runOnce = async (): Promise<void> => {
    let misses = 0
    const due = parts.rows().filter(isDue).slice(0, ORDERS_A_RUN)
    for (const row of due) {
      if (!mayGoOn()) return
      const reply = await read(row.id)
      const hasLines = reply.ok && reply.value.value.orderitem_set.length > 0
      // A failure of the line or the session is none of this order.
      if (!reply.ok && gateFor(reply.failure.kind) !== null) return
      if (!hasLines) inVain.set(row.id, faceOf(row))
      misses = reply.ok ? 0 : misses + 1
      if (misses >= MISSES_TO_STOP) return
      await pause(GAP_MS)
    }
  }

  return {
    run: () => {
      running ??= runOnce().finally(() => {
        running = null
      })
      return running
    },
  }
}

const faceOf = ({ status, amount, dateText }: OrderSummaryWithItems): string =>
  JSON.stringify([status.value, amount, dateText])
