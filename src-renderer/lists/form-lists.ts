import type { Address, CancellationReason } from '../../src-main/contract/resources.ts'
import { stampOf } from './apply-rows.ts'
import type { ListPlan } from './list-plan.ts'

export const reasonsPlan: ListPlan<CancellationReason, CancellationReason> = {
  list: 'reasons',
  table: null,
  fetchPage: (bridge, accountId, page, limit) => bridge.commerce.reasons({ accountId, page, limit }),
  idOf: reason => reason.id,
  // Inactive reasons stay: an old request may name one. The form leaves them out itself.
  summarise: reason => reason,
  describe: reason => JSON.stringify(reason),
  atOf: () => null,
  compare: (a, b) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER),
  fullEveryMs: null,
}

export const addressesPlan: ListPlan<Address, Address> = {
  list: 'addresses',
  table: null,
  fetchPage: (bridge, accountId, page, limit) => bridge.commerce.addresses({ accountId, page, limit }),
  // An address without a key can't be chosen for a pickup, but it is still shown.
  idOf: address => address.pk ?? `without-key-${stampOf(JSON.stringify(address))}`,
  summarise: address => address,
  describe: address => JSON.stringify(address),
  atOf: () => null,
  compare: null,
  fullEveryMs: null,
}
