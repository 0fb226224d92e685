import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { diskCodeOf } from '../base/error-codes.ts'
import { logEvent } from '../base/log.ts'
import { patiently } from '../base/patience.ts'
import { readIfThere, replaceFile } from '../base/write-file.ts'
import type { ProtectInput, Protection, VaultStatus } from '../contract/vault.ts'
import { keyFromPassphrase, openBytes, sealBytes } from './aes.ts'
import type { Keyring } from './keyring.ts'

const vaultFileSchema = z.discriminatedUnion('protection', [
  z.object({ version: z.literal(1), protection: z.literal('os-keyring'), wrapped: z.string() }),
  z.object({ version: z.literal(1), protection: z.literal('key-file') }),
  z.object({ version: z.literal(1), protection: z.literal('passphrase'), salt: z.string(), wrapped: z.string() }),
])
type VaultFile = z.infer<typeof vaultFileSchema>

const wrapContext = 'counterside data key'

interface VaultOptions {
  readonly folder: string
  /** An unpackaged build takes the key file where there is no keyring; a packaged one asks first. */
  readonly askBeforeKeyFile: boolean
  readonly keyring: Keyring
}

/**
 * The 32-byte key to everything kept on this machine. A key that can't be read right now is never replaced:
 * what it protects would be lost with it.
 */
export class Vault {
  readonly #folder: string
  readonly #askFirst: boolean
  readonly #keyring: Keyring
  #key: Buffer | null = null
  #status: VaultStatus = { state: 'choose' }
  #whenOpen: ((key: Uint8Array) => void)[] = []
  #starting: Promise<void> | null = null

  constructor(options: VaultOptions) {
    this.#folder = options.folder
    this.#askFirst = options.askBeforeKeyFile
    this.#keyring = options.keyring
  }

  get status(): VaultStatus {
    return this.#status
  }

  get key(): Uint8Array | null {
    return this.#key
  }

  /** Resolves with the key once there is one; for parts that work only with an open vault. */
  opened(): Promise<Uint8Array> {
    return this.#key ? Promise.resolve(this.#key) : new Promise(resolve => this.#whenOpen.push(resolve))
  }

  /**
   * Opens what is there, or makes a new key where no question is needed. A second call waits for the first;
   * one after a start that failed tries again: there may be room on the disk by now, or the keyring may be unlocked.
   */
  start(): Promise<void> {
    this.#starting ??= this.#start().then(
      () => {
        if (this.#status.state === 'unavailable') this.#starting = null
      },
      error => {
        this.#starting = null
        throw error
      },
    )
    return this.#starting
  }

  async #start(): Promise<void> {
    const file = await this.#read()
    if (file === 'damaged') this.#status = { state: 'unavailable', reason: 'key-damaged' }
    else if (file) await this.#openWith(file)
    else if (this.#keyring.isThere()) await this.#create('os-keyring')
    else if (!this.#askFirst) await this.#create('key-file')
    else this.#status = { state: 'choose' }
  }

  /** The user's answer where there is no keyring. Refused (status unchanged) when a key exists already. */
  async protect(choice: ProtectInput): Promise<VaultStatus> {
    if (this.#status.state !== 'choose') return this.#status
    if (choice.kind === 'key-file') await this.#create('key-file')
    else await this.#create('passphrase', choice.passphrase)
    return this.#status
  }

  /** A wrong passphrase leaves the vault locked. */
  async unlock(passphrase: string): Promise<VaultStatus> {
    const file = await this.#read()
    if (this.#status.state !== 'locked' || !file || file === 'damaged' || file.protection !== 'passphrase')
      return this.#status
    const outer = await keyFromPassphrase(passphrase, Buffer.from(file.salt, 'base64'))
    try {
      this.#open(openBytes(outer, Buffer.from(file.wrapped, 'base64'), wrapContext), 'passphrase')
    } catch {
      logEvent('info', 'vault-wrong-passphrase')
    }
    return this.#status
  }

  async #read(): Promise<VaultFile | 'damaged' | null> {
    const text = await readIfThere(this.#vaultPath)
    if (text === null) return null
    try {
      return vaultFileSchema.parse(JSON.parse(text))
    } catch {
      return 'damaged'
    }
  }

  async #openWith(file: VaultFile): Promise<void> {
    if (file.protection === 'passphrase') {
      this.#status = { state: 'locked' }
      return
    }
    try {
      const key =
        file.protection === 'os-keyring'
          ? await this.#keyring.unwrap(file.wrapped)
          : await patiently(() => readFile(this.#keyPath))
      this.#open(key, file.protection)
    } catch (error) {
      // The key is not damaged where only the disk refuses to hand it over.
      if (![null, 'ENOENT'].includes(diskCodeOf(error))) throw error
      const reason = file.protection === 'os-keyring' ? 'keyring-unavailable' : 'key-damaged'
      this.#status = { state: 'unavailable', reason }
      logEvent('error', 'vault-unavailable', reason)
    }
  }

  async #create(protection: Protection, passphrase = ''): Promise<void> {
    const key = randomBytes(32)
    // The key is on disk before the file that names it: a crash between the two leaves a vault to be made, not one without a key.
    if (protection === 'key-file') await replaceFile(this.#keyPath, key)
    await replaceFile(this.#vaultPath, JSON.stringify(await this.#describe(protection, key, passphrase)))
    this.#open(key, protection)
  }

  #open(key: Buffer, protection: Protection): void {
    if (key.length !== 32) throw new Error('A data key has 32 bytes.')
    this.#key = key
    this.#status = { state: 'open', protection }
    logEvent('info', 'vault-open', protection)
    for (const tell of this.#whenOpen.splice(0)) tell(key)
  }

  async #describe(protection: Protection, key: Uint8Array, passphrase: string): Promise<VaultFile> {
    if (protection === 'os-keyring') return { version: 1, protection, wrapped: await this.#keyring.wrap(key) }
    if (protection === 'key-file') return { version: 1, protection }
    const salt = randomBytes(16)
    const outer = await keyFromPassphrase(passphrase, salt)
    const wrapped = sealBytes(outer, key, wrapContext).toString('base64')
    return { version: 1, protection, salt: salt.toString('base64'), wrapped }
  }

  get #vaultPath(): string {
    return join(this.#folder, 'vault.json')
  }

  get #keyPath(): string {
    return join(this.#folder, 'vault.key')
  }
}
