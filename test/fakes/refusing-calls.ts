import { mkdir, open, rename, rm } from 'node:fs/promises'
import type { FileCalls } from '../../src-main/base/write-file.ts'

/** An error as a file system gives it. */
export const diskError = (code: string): Error => Object.assign(new Error(`${code}: refused`), { code })

const node: FileCalls = { mkdir, open, rename, rm }

/** The real file system, in which one call is refused so often with this code. `tries` counts that call. */
export function refusing(
  name: keyof FileCalls,
  code: string,
  times: number,
): { calls: FileCalls; tries: () => number } {
  let tries = 0
  const refused = (...input: never[]) => {
    tries += 1
    if (tries <= times) return Promise.reject(diskError(code))
    return (node[name] as (...input: never[]) => Promise<unknown>)(...input)
  }
  return { calls: { ...node, [name]: refused }, tries: () => tries }
}
