import { type Zippable, zipSync } from 'fflate/browser'

/**
 * Replaces fflate's `zip` in the page (electron.vite.config.ts): fflate starts workers from text, which the page's policy
 * forbids. Its only caller, write-excel-file, already runs in a worker.
 */
export const zip = (files: Zippable, done: (error: unknown, archive: Uint8Array) => void): void =>
  done(null, zipSync(files, { level: 6 }))

export { strToU8, zipSync } from 'fflate/browser'
