import { shell } from 'electron'
import { failed, failure, ok, type Reply } from '../contract/failures.ts'
import { safeLink } from './safe-link.ts'

/** Opens a link of the shop's data in the system's browser; `bad-address` for anything but a plain http(s) address. */
export async function openLink(text: string): Promise<Reply<undefined>> {
  const url = safeLink(text)
  if (!url) return failed(failure('bad-address'))
  await shell.openExternal(url)
  return ok(undefined)
}
