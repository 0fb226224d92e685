import { failureOf } from '../base/failure-of.ts'
import { failed, ok, type Reply } from '../contract/failures.ts'
import type { AskWhere } from './ask-where.ts'
import type { Exports } from './exports.ts'

interface SaveParts {
  readonly askWhere: AskWhere
  readonly exports: Pick<Exports, 'write'>
}

/**
 * Writes a text or bytes where the person says, whole or not at all. `make` runs once there is a place for it.
 * Failures: `storage` with the system's code, e.g. EACCES or ENOSPC; `no-answer` when what makes the data takes too long.
 */
export async function saveFile(
  name: string,
  make: () => string | Uint8Array | Promise<Uint8Array>,
  { askWhere, exports }: SaveParts,
): Promise<Reply<{ saved: boolean }>> {
  const path = await askWhere(name)
  if (path === null) return ok({ saved: false })
  try {
    await exports.write(path, await make())
    return ok({ saved: true })
  } catch (error) {
    return failed(failureOf(error))
  }
}
