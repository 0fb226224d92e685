import type { CancellationPayload, Command } from '../contract/commands.ts'
import type { Outcome } from '../contract/entries.ts'
import { failure } from '../contract/failures.ts'
import type { CancellationRequest } from '../contract/resources.ts'
import { classifyWrite } from './classify.ts'
import { judgeBulk } from './judge-bulk.ts'
import { postRequests, type RequestWire, writePayload } from './post-requests.ts'

/** One request to send. */
export interface RequestToSend {
  readonly command: Command
  /** Ids of the requests the shop already had for this item: none of them can be the answer to this send. */
  readonly baselineIds: readonly string[]
}

/** Sends one cancellation request (API.md C7). Never throws. */
export async function sendCancellation(wire: RequestWire, { command, baselineIds }: RequestToSend): Promise<Outcome> {
  const { payload } = command
  const [outcome] = await postRequests(wire, {
    path: 'cancellation_requests',
    body: writePayload(payload),
    count: 1,
    judge: answer => [classifyWrite(answer, request => isOurs(request, payload, baselineIds))],
  })
  return outcome ?? { kind: 'unknown', failure: failure('bug') }
}

/** Sends several, of one or more orders, in one bulk call (API.md C4). Outcomes in the order given. Never throws. */
export function sendCancellations(wire: RequestWire, sends: readonly RequestToSend[]): Promise<readonly Outcome[]> {
  return postRequests(wire, {
    path: 'bulk_cancellation_requests',
    body: `{"cancel_order_items":[${sends.map(({ command }) => writePayload(command.payload)).join(',')}]}`,
    count: sends.length,
    judge: answer =>
      judgeBulk(
        answer,
        sends.map(
          ({ command, baselineIds }) =>
            request =>
              isOurs(request, command.payload, baselineIds),
        ),
        sends.map(({ command }) => command.payload.order_item),
      ),
  })
}

function isOurs(request: CancellationRequest, payload: CancellationPayload, baselineIds: readonly string[]): boolean {
  const { id, order_item, cancellation_type } = request
  if (order_item !== payload.order_item || baselineIds.includes(id)) return false
  return cancellation_type === null || cancellation_type === payload.cancellation_type
}
