import type { Vault } from '../accounts/vault.ts'
import { failed, failure, ok } from '../contract/failures.ts'
import { handle } from './handle.ts'

/** The calls about the key to what is kept on this machine. */
export function setupVaultCalls(vault: Vault): void {
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
}
