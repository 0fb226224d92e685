import type { Entry, SendInput } from '../../src-main/contract/entries.ts'

/** A whole entry with the parts a test cares about changed. */
export function someEntry(change: Partial<Entry> = {}): Entry {
  return {
    id: 'entry-1',
    seq: 1,
    accountId: 'account-1',
    orderItem: '485',
    schema: 1,
    command: {
      kind: 'cancellation-request',
      payload: { order_item: '485', cancellation_type: 'refund', reason: '2', iban: 'TR330006100519786457841326' },
    },
    about: {
      orderId: '1',
      orderNumber: '1666226475313376',
      productName: 'Oda Spreyi 100 ml',
      customerName: 'Işık Yağmur',
      reasonText: 'Yanlış ürün',
      amount: '11.87',
      currency: 'try',
    },
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
    createdAt: 1_700_000_000_000,
    settledAt: null,
    ...change,
  }
}

export function someSend(change: Partial<SendInput> = {}): SendInput {
  const entry = someEntry()
  return {
    accountId: entry.accountId,
    entryId: entry.id,
    revision: 1,
    attempt: 1,
    command: entry.command,
    baselineIds: ['7'],
    ...change,
  }
}
