import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { byteProgress } from '../tell.mjs'

const fileTypeBits = 0o170000
const regularFile = 0o100000

/**
 * Unpacks the carrier's archive into a folder: Electron itself, without the app that came with it.
 * Rejects on a damaged archive; yauzl refuses paths that lead out of the folder.
 */
export async function unpackRuntime(archive, folder) {
  const { openPromise } = await import('yauzl')
  const entries = await listRuntime(openPromise, archive)
  const report = byteProgress(
    'Unpacking',
    entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0),
  )
  const zip = await openPromise(archive, { autoClose: false })
  let doneBytes = 0
  try {
    for (const entry of entries) {
      const target = join(folder, runtimeName(entry.fileName))
      await mkdir(dirname(target), { recursive: true })
      const mode = (entry.externalFileAttributes >>> 16) & 0o777
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { mode }))
      doneBytes += entry.uncompressedSize
      report(doneBytes)
    }
  } finally {
    zip.close()
  }
}

/** The path an archive entry gets in the runtime, or undefined for what is not part of it. */
export function runtimeName(entryName) {
  const [top, ...rest] = entryName.split('/')
  const name = rest.join('/')
  if (top !== 'Cypress' || name === '' || name.endsWith('/') || name.startsWith('resources/')) return undefined
  if (name === 'browser_v8_context_snapshot.bin') return undefined
  // Under its own name Electron knows itself unpackaged, as in development.
  return name === 'Cypress' ? 'electron' : name
}

async function listRuntime(openPromise, archive) {
  const zip = await openPromise(archive)
  const entries = []
  for await (const entry of zip.eachEntry()) {
    const type = (entry.externalFileAttributes >>> 16) & fileTypeBits
    if (runtimeName(entry.fileName) && type === regularFile) entries.push(entry)
  }
  return entries
}
