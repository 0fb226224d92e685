import { diskTroubleOf } from '../contract/disk.ts'

/** The system's code of an error, or null when it has none. */
export const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code.slice(0, 200) : null

/** The code of an error that a file system gave, or null for any other error; sockets have other codes. */
export function diskCodeOf(error: unknown): string | null {
  const code = codeOf(error)
  return diskTroubleOf(code) === null ? null : code
}
