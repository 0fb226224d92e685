import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from '../command.mjs'
import { Failure, say } from '../tell.mjs'

/** What a bare Debian or Ubuntu lacks to run Electron, by the names of the older releases. */
export const debianPackages = [
  'xvfb',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libnotify4',
  'libxss1',
  'libatspi2.0-0',
  'libsecret-1-0',
]

const otherDistributions = [
  [
    'dnf',
    'dnf install xorg-x11-server-Xvfb gtk3 nss alsa-lib mesa-libgbm libnotify libXScrnSaver at-spi2-core libsecret',
  ],
  ['pacman', 'pacman -S xorg-server-xvfb gtk3 nss alsa-lib mesa libnotify libxss at-spi2-core libsecret'],
]

/**
 * Makes sure that Electron finds its libraries, and that there is an Xvfb when there is no display. Linux only.
 * Installs with apt as root; otherwise throws a Failure that holds the command to run.
 */
export async function ensureSystemLibraries(executable) {
  if (process.platform !== 'linux') return
  const missing = await missingParts(executable)
  if (missing.length === 0) return
  say(`Missing on this system: ${missing.join(', ')}.`)
  if (!inPath('apt-get')) throw new Failure(`Electron needs ${missing.join(', ')}.`, otherCommand())
  if (process.getuid() !== 0) {
    const names = choosePackages(await knownPackages())
    throw new Failure(
      `Electron needs ${missing.join(', ')}.`,
      `Run: sudo apt-get update && sudo apt-get install -y ${names.join(' ')}`,
    )
  }
  await installWithApt()
  const left = await missingParts(executable)
  if (left.length > 0) throw new Failure(`Still missing after the installation: ${left.join(', ')}.`, otherCommand())
}

/** The name each package has on this release: newer ones end in t64, and only apt knows which do. */
export function choosePackages(known, wanted = debianPackages) {
  return wanted.map(name => (known.has(`${name}t64`) ? `${name}t64` : name))
}

/** The shared libraries that `ldd` could not find. */
export function missingLibraries(lddOutput) {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map(match => match[1])
  return [...new Set(names)]
}

async function missingParts(executable) {
  const { stdout } = await run('ldd', [executable], { output: 'capture' })
  const needsXvfb = !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY && !inPath('Xvfb')
  return [...missingLibraries(stdout), ...(needsXvfb ? ['Xvfb'] : [])]
}

async function installWithApt() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await apt(['update'], env)
  const names = choosePackages(await knownPackages())
  say(`Installing with apt: ${names.join(' ')}`)
  await apt(['install', '-y', '--no-install-recommends', ...names], env)
}

async function apt(args, env) {
  const { code } = await run('apt-get', ['-q', ...args], { env, output: 'stderr' })
  if (code !== 0) throw new Failure(`apt-get ${args[0]} failed; its own words are above.`)
}

async function knownPackages() {
  const names = debianPackages.flatMap(name => [name, `${name}t64`])
  const { stdout } = await run('apt-cache', ['policy', ...names], { output: 'capture' })
  // A name that only other packages mention is listed too, with no candidate.
  const blocks = stdout.matchAll(/^(\S+):\n(?:\s+.*\n)*?\s+Candidate: (?!\(none\))\S/gm)
  return new Set([...blocks].map(match => match[1]))
}

function otherCommand() {
  const [, command] = otherDistributions.find(([tool]) => inPath(tool)) ?? []
  return command ? `Run: sudo ${command}` : `Install what these Debian packages hold: ${debianPackages.join(' ')}`
}

function inPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, name)))
}
