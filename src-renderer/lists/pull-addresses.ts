import type { Address } from '../../src-main/contract/resources.ts'
import type { ListPlan } from './plan.ts'
import { stampOf } from './stamp.ts'

export const addressesPlan: ListPlan<Address, Address> = {
  list: 'addresses',
  table: null,
  ask: (bridge, accountId, page, limit) => bridge.commerce.addresses({ accountId, page, limit }),
  // Without a key it can't be chosen for a pickup, but it can still be read.
  idOf: address => address.pk ?? `without-key-${stampOf(JSON.stringify(address))}`,
  apply: address => address,
  describe: address => JSON.stringify(address),
  atOf: () => null,
  compare: null,
  fullEveryMs: null,
}
