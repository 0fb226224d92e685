import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { root, runTool } from '../command.mjs'
import { Failure, say } from '../tell.mjs'

const inputs = ['src-main', 'src-renderer', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

/** Builds the app when its sources are not the ones it was built from. Throws a Failure. */
export async function ensureBuilt() {
  const stampFile = join(root, 'out', '.stamp')
  const digest = sourceDigest(root)
  if (readStamp(stampFile) === digest) return
  say('Building the app.')
  // Taken away first: a build that fails half-way must not pass for a finished one.
  await rm(stampFile, { force: true })
  const { code } = await runTool('electron-vite', ['build'], { output: 'stderr' })
  if (code !== 0) throw new Failure('The build failed; its own words are above.')
  await mkdir(dirname(stampFile), { recursive: true })
  await writeFile(stampFile, digest)
}

/** A digest over the names and contents of everything the build reads. */
export function sourceDigest(folder, names = inputs) {
  const hash = createHash('sha256')
  for (const file of names.flatMap(name => listFiles(join(folder, name)))) {
    const content = createHash('sha256').update(readFileSync(file)).digest('hex')
    hash.update(`${relative(folder, file)}\0${content}\n`)
  }
  return hash.digest('hex')
}

function listFiles(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap(name => listFiles(join(path, name)))
}

function readStamp(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
