import { failed, failure, ok, type Reply } from '../contract/failures.ts'
import { replaceFile } from './write-file.ts'

/** Gives the path that a person chose, or null when they think better of it. */
export type AskWhere = (name: string) => Promise<string | null>

/**
 * Writes a text or bytes where the person says, whole or not at all. `make` runs once there is a place for it.
 * Failures: `storage` with the system's code, e.g. EACCES or ENOSPC.
 */
export async function saveFile(
  name: string,
  make: () => string | Uint8Array | Promise<Uint8Array>,
  askWhere: AskWhere,
): Promise<Reply<{ saved: boolean }>> {
  const path = await askWhere(name)
  if (path === null) return ok({ saved: false })
  const data = await make()
  try {
    await replaceFile(path, data)
    return ok({ saved: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code).slice(0, 200) : null
    return failed(failure('storage', { code }))
  }
}
