import { crc32 } from 'node:zlib'
import type { Outcome } from '../../../src-main/contract/entries.ts'
import { failure } from '../../../src-main/contract/failures.ts'
import type { Disk } from '../../../src-main/ledger/disk.ts'
import { Ledger } from '../../../src-main/ledger/ledger.ts'
import { OutboxLedger } from '../../../src-main/ledger/outbox-ledger.ts'
import { someEntry, someSend } from '../../fakes/entries.ts'

export const key = new Uint8Array(32).fill(7)
export const folder = '/user/ledger'
export const path = `${folder}/outbox.ledger`
export const startedAt = 1_700_000_000_000
export const dayMs = 86_400_000
export const lost: Outcome = { kind: 'unknown', failure: failure('unreachable-after-send') }

/** A line with the right checksum, whatever is in it. */
export const wholeLine = (json: string): string => `${crc32(json).toString(16).padStart(8, '0')} ${json}\n`

export async function bookOn(disk: Disk, at = path): Promise<{ book: OutboxLedger; ledger: Ledger }> {
  const ledger = await Ledger.open(disk, at)
  return { book: new OutboxLedger(ledger, key), ledger }
}

/**
 * Two open entries, one of them sent without an answer, and two that are over. With the records before them.
 */
export async function fill(book: OutboxLedger): Promise<void> {
  const at = startedAt
  for (const version of [1, 2, 3]) await book.record(someEntry({ id: 'waiting', version }), at)
  await book.record(someEntry({ id: 'asked' }), at)
  await book.claim([someSend({ entryId: 'asked' })], at)
  await book.record(someEntry({ id: 'done' }), at)
  await book.claim([someSend({ entryId: 'done' })], at)
  await book.settle([{ send: someSend({ entryId: 'done' }), outcome: lost }], at)
  await book.claim([someSend({ entryId: 'done', attempt: 2 })], at)
  const result = { requestId: '900', via: 'read-back', easyReturnCode: null } as const
  await book.record(someEntry({ id: 'done', version: 6, state: 'CONFIRMED', settledAt: at, result }), at)
  await book.record(someEntry({ id: 'discarded' }), at)
  await book.record(someEntry({ id: 'discarded', version: 2, state: 'DROPPED', settledAt: at }), at)
}
