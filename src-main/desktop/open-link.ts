import { shell } from 'electron'
import { inTime } from '../base/in-time.ts'
import { failed, failure, ok, type Reply } from '../contract/failures.ts'
import { safeLink } from './links.ts'

/** How long the system may take to hand over an address (ms). */
const openMs = 15_000

/** Opens a link of the shop's data in the system's browser; `bad-address` for anything but a plain http(s) address. */
export async function openLink(text: string): Promise<Reply<undefined>> {
  const url = safeLink(text)
  if (!url) return failed(failure('bad-address'))
  await inTime('browser', openMs, shell.openExternal(url))
  return ok(undefined)
}
