import type { ParsedInput } from '../contract/calls.ts'
import { failed, failure, ok, type Reply } from '../contract/failures.ts'
import { replaceFile } from './write-file.ts'

/**
 * Writes a text where the person says, whole or not at all. `askWhere` gives null when they think better of it.
 * Failures: `storage` with the system's code, e.g. EACCES or ENOSPC.
 */
export async function saveText(
  { name, text }: ParsedInput<'app.saveText'>,
  askWhere: (name: string) => Promise<string | null>,
): Promise<Reply<{ saved: boolean }>> {
  const path = await askWhere(name)
  if (path === null) return ok({ saved: false })
  try {
    await replaceFile(path, text)
    return ok({ saved: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code).slice(0, 200) : null
    return failed(failure('storage', { code }))
  }
}
