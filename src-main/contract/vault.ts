import { z } from 'zod'
import { limits, shortestPassphrase } from './limits.ts'

/** How the key that seals all stored data is protected. */
const protectionSchema = z.enum(['os-keyring', 'key-file', 'passphrase'])
export type Protection = z.infer<typeof protectionSchema>

/**
 * `open`: the key is there. `choose`: there is no keyring and nothing is stored yet, so the user decides. `locked`: a
 * passphrase is needed. `unavailable`: a key exists but can't be read now (keyring gone or changed); nothing is
 * deleted.
 */
export const vaultStatusSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open'), protection: protectionSchema }),
  z.object({ state: z.literal('choose') }),
  z.object({ state: z.literal('locked') }),
  z.object({ state: z.literal('unavailable'), reason: z.enum(['keyring-unavailable', 'key-damaged']) }),
])
export type VaultStatus = z.infer<typeof vaultStatusSchema>

export const protectInputSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('key-file') }),
  z.object({ kind: z.literal('passphrase'), passphrase: z.string().min(shortestPassphrase).max(limits.passphrase) }),
])
export type ProtectInput = z.infer<typeof protectInputSchema>
