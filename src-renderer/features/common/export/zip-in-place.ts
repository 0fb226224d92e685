import { type Zippable, zipSync } from 'fflate/browser'

/**
 * Stands for fflate in the page: its own `zip` starts workers from text, which the page's policy forbids. The one
 * caller, the writer of workbooks, is in a worker already.
 */
export const zip = (files: Zippable, done: (error: unknown, archive: Uint8Array) => void): void =>
  done(null, zipSync(files, { level: 6 }))

export { strToU8, zipSync } from 'fflate/browser'
