import { safeStorage } from 'electron'
import { inTime } from '../base/in-time.ts'

/** How long the keyring may take (ms). It may ask the person for a password first. */
const keyringMs = 120_000

/** The system's keyring as the vault sees it. */
export interface Keyring {
  readonly isThere: () => boolean
  readonly wrap: (key: Uint8Array) => Promise<string>
  /** Throws when the keyring is locked, gone or another one. */
  readonly unwrap: (wrapped: string) => Promise<Buffer>
}

/** What Electron 42 and later offer beside the older calls; absent on the runtime of the tests. */
interface AsyncSafeStorage {
  readonly encryptStringAsync?: (text: string) => Promise<Buffer>
  readonly decryptStringAsync?: (sealed: Buffer) => Promise<{ readonly result: string }>
}
const newer: AsyncSafeStorage = safeStorage

export const systemKeyring: Keyring = {
  // `basic_text` on Linux protects nothing and does not count.
  isThere: () =>
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
  async wrap(key) {
    const text = Buffer.from(key).toString('base64')
    const sealed = newer.encryptStringAsync
      ? await inTime('keyring', keyringMs, newer.encryptStringAsync(text))
      : safeStorage.encryptString(text)
    return sealed.toString('base64')
  },
  async unwrap(wrapped) {
    const sealed = Buffer.from(wrapped, 'base64')
    const text = newer.decryptStringAsync
      ? (await inTime('keyring', keyringMs, newer.decryptStringAsync(sealed))).result
      : safeStorage.decryptString(sealed)
    return Buffer.from(text, 'base64')
  },
}
