import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Keyring } from '../../../src-main/vault/keyring.ts'
import { Vault } from '../../../src-main/vault/vault.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'

/** A keyring that can be taken away or swapped, as desktops do. */
class FakeKeyring implements Keyring {
  there = true
  mask = 1
  isThere = () => this.there
  wrap = async (key: Uint8Array) =>
    Buffer.from(key.map(byte => byte ^ this.mask)).toString('base64') + String(this.mask)
  unwrap = async (wrapped: string) => {
    if (!this.there || !wrapped.endsWith(String(this.mask))) throw new Error('locked')
    return Buffer.from(Buffer.from(wrapped.slice(0, -1), 'base64').map(byte => byte ^ this.mask))
  }
}

async function vaultIn(folder: string, keyring: Keyring, askBeforeKeyFile = false): Promise<Vault> {
  const vault = new Vault({ folder, keyring, askBeforeKeyFile })
  await vault.start()
  return vault
}

describe('a vault on a machine with a keyring', () => {
  it('gives the same key after a restart and keeps it from the disk', async () => {
    const folder = await temporaryFolder()
    const keyring = new FakeKeyring()
    const first = await vaultIn(folder, keyring)
    const second = await vaultIn(folder, keyring)
    expect(first.status).toEqual({ state: 'open', protection: 'os-keyring' })
    expect(second.key).toEqual(first.key)
    const kept = await readFile(join(folder, 'vault.json'), 'utf8')
    expect(kept).not.toContain(Buffer.from(first.key ?? []).toString('base64'))
  })

  it('says so when the keyring is gone or another, and changes nothing', async () => {
    const folder = await temporaryFolder()
    const keyring = new FakeKeyring()
    const key = (await vaultIn(folder, keyring)).key
    const before = await readFile(join(folder, 'vault.json'))
    keyring.there = false
    expect((await vaultIn(folder, keyring)).status).toEqual({ state: 'unavailable', reason: 'keyring-unavailable' })
    keyring.there = true
    keyring.mask = 2
    expect((await vaultIn(folder, keyring)).status.state).toBe('unavailable')
    expect(await readFile(join(folder, 'vault.json'))).toEqual(before)
    keyring.mask = 1
    expect((await vaultIn(folder, keyring)).key).toEqual(key)
  })

  it('opens when it is asked again after the keyring came back', async () => {
    const folder = await temporaryFolder()
    const keyring = new FakeKeyring()
    const key = (await vaultIn(folder, keyring)).key
    keyring.there = false
    const vault = await vaultIn(folder, keyring)
    expect(vault.status.state).toBe('unavailable')
    keyring.there = true
    await vault.start()
    expect(vault.key).toEqual(key)
  })
})

describe('a vault on a machine without a keyring', () => {
  const none = Object.assign(new FakeKeyring(), { there: false })

  it('takes a key file of this user only in an unpackaged build', async () => {
    const folder = await temporaryFolder()
    const vault = await vaultIn(folder, none)
    expect(vault.status).toEqual({ state: 'open', protection: 'key-file' })
    expect((await vaultIn(folder, none)).key).toEqual(vault.key)
  })

  it('asks first in a packaged one, and keeps nothing until then', async () => {
    const vault = await vaultIn(await temporaryFolder(), none, true)
    expect(vault.status).toEqual({ state: 'choose' })
    expect(vault.key).toBeNull()
  })

  it('locks behind a passphrase: wrong stays locked, right gives the same key', async () => {
    const folder = await temporaryFolder()
    const first = await vaultIn(folder, none, true)
    await first.protect({ kind: 'passphrase', passphrase: 'doğru at pil zımba' })
    const second = await vaultIn(folder, none, true)
    expect(second.status).toEqual({ state: 'locked' })
    expect(await second.unlock('yanlış')).toEqual({ state: 'locked' })
    expect(await second.unlock('doğru at pil zımba')).toEqual({ state: 'open', protection: 'passphrase' })
    expect(second.key).toEqual(first.key)
  })

  it('never replaces a key that exists', async () => {
    const folder = await temporaryFolder()
    const vault = await vaultIn(folder, none)
    const key = vault.key
    await vault.protect({ kind: 'passphrase', passphrase: 'another one' })
    expect(vault.key).toBe(key)
    await writeFile(join(folder, 'vault.key'), 'short')
    expect((await vaultIn(folder, none)).status).toEqual({ state: 'unavailable', reason: 'key-damaged' })
    await writeFile(join(folder, 'vault.json'), '{"version":9}')
    expect((await vaultIn(folder, none)).status).toEqual({ state: 'unavailable', reason: 'key-damaged' })
  })
})
