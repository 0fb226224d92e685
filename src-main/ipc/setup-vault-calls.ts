import { logEvent } from '../base/log.ts'
import { failed, failure, ok, type Reply } from '../contract/failures.ts'
import { beginAgain } from '../desktop/main-errors.ts'
import { forgetKeptNote, markForSettingAside, readKeptAside } from '../desktop/set-aside.ts'
import type { Vault } from '../vault/vault.ts'
import { handle } from './handle.ts'

/** The calls about the key to what is kept on this machine. */
export function setupVaultCalls(vault: Vault, folder: string): void {
  handle('vault.status', async () => {
    await vault.start()
    return ok(vault.status)
  })
  handle('vault.protect', async choice => ok(await vault.protect(choice)))
  handle('vault.unlock', async ({ passphrase }) => {
    const status = await vault.unlock(passphrase)
    return status.state === 'locked' ? failed(failure('refused', { code: 'wrong-passphrase' })) : ok(status)
  })
  handle('vault.key', () => (vault.key ? ok(Buffer.from(vault.key).toString('base64')) : failed(failure('locked'))))
  handle('vault.setAside', () => setAside(vault, folder))
  handle('vault.keptAside', async () => ok(await readKeptAside(folder)))
  handle('vault.keptSeen', async () => {
    await forgetKeptNote(folder)
    return ok(undefined)
  })
}

async function setAside(vault: Vault, folder: string): Promise<Reply<undefined>> {
  // The key may be there again by now, and then its data stays in use.
  await vault.start()
  const { status } = vault
  if (status.state !== 'unavailable' && status.state !== 'locked') return failed(failure('refused'))
  await markForSettingAside(folder, new Date())
  logEvent('warn', 'data-set-aside', status.state === 'locked' ? 'passphrase' : status.reason)
  beginAgain()
  return ok(undefined)
}
