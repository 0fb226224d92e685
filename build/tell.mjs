import { stderr } from 'node:process'

/** A failure somebody can act on: what went wrong, and what to do about it. */
export class Failure extends Error {
  /**
   * @param {string} reason what went wrong, in one sentence
   * @param {string} [remedy] what to do about it
   */
  constructor(reason, remedy) {
    super(reason)
    this.remedy = remedy
  }
}

/** Writes one line for a person. Always stderr: stdout belongs to results that other programs read. */
export function say(line) {
  stderr.write(`${line}\n`)
}

/**
 * Reports a long step in bytes and percent: on a terminal in place, elsewhere one line per tenth.
 * @param {string} label
 * @param {number} totalBytes
 * @returns {(doneBytes: number) => void}
 */
export function byteProgress(label, totalBytes) {
  let lastShare = -1
  return doneBytes => {
    const share = Math.min(1, doneBytes / totalBytes)
    if (share <= lastShare) return
    const line = `${label}: ${megabytes(doneBytes)} of ${megabytes(totalBytes)} MB (${Math.floor(share * 100)} %)`
    if (stderr.isTTY) stderr.write(`\r${line}${share === 1 ? '\n' : ''}`)
    else if (Math.floor(share * 10) > Math.floor(lastShare * 10)) say(line)
    lastShare = share
  }
}

/** Runs a command-line entry: its number is the exit code; a Failure prints its reason and remedy, nothing else. */
export async function runEntry(entry) {
  try {
    process.exitCode = (await entry()) ?? 0
  } catch (error) {
    say(`counterside: ${explain(error)}`)
    process.exitCode = 1
  }
}

/** The text a person gets for an error; the stack only when they ask for it. */
export function explain(error) {
  if (process.env.COUNTERSIDE_DEBUG) return error?.stack ?? String(error)
  if (error instanceof Failure) return error.remedy ? `${error.message}\n  ${error.remedy}` : error.message
  return `${error?.message ?? error} (COUNTERSIDE_DEBUG=1 shows where)`
}

function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1)
}
