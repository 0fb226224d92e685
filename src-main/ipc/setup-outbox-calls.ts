import { handle } from './handle.ts'
import { type OutboxParts, outboxCalls } from './outbox-calls.ts'

/** Registers the calls of the queue. */
export function setupOutboxCalls(parts: Omit<OutboxParts, 'now'>): void {
  const calls = outboxCalls({ ...parts, now: Date.now })
  handle('ledger.record', calls['ledger.record'])
  handle('ledger.read', calls['ledger.read'])
  handle('outbox.send', calls['outbox.send'])
  handle('outbox.sendTogether', calls['outbox.sendTogether'])
}
