import { randomUUID } from 'node:crypto'
import type { Shop } from '../state/shop.ts'
import { mix } from '../world/random.ts'
import type { RequestRecord } from '../world/request-record.ts'
import type { Draft } from './ask.ts'

const approvedOutOf100 = 85

/** Makes a request of a draft that was judged. From here on it moves along with the shop's clock. */
export function createRequest(shop: Shop, draft: Draft): RequestRecord {
  const { state } = shop.file
  const id = state.nextRequestId
  state.nextRequestId += 1
  const createdAt = shop.now()
  const decideAt = createdAt + shop.world.decideAfterMs
  const request: RequestRecord = {
    ...draft,
    id,
    uuid: randomUUID(),
    createdAt,
    decideAt,
    settleAt: decideAt + shop.world.decideAfterMs / 2,
    outcome: mix(shop.world.shape.seed, id, 107) % 100 < approvedOutOf100 ? 'complete' : 'reject',
  }
  state.requests.push(request)
  shop.requests.add(request)
  shop.file.touch()
  return request
}
