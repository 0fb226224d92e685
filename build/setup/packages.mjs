import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runNpm } from '../command.mjs'
import { Failure, say } from '../tell.mjs'

const oldestNode = [20, 19]

/** Throws a Failure on a Node that our tools do not run on. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return
  throw new Failure(
    `This is Node ${version}; Counterside is built and tested with Node ${oldestNode.join('.')} or newer.`,
    'Install a current Node (https://nodejs.org), then run the command again.',
  )
}

/** Installs the npm packages when node_modules is not what package-lock.json asks for. Throws a Failure. */
export async function ensurePackages() {
  requireNode()
  const reason = whyInstall(readLock('package-lock.json'), readLock('node_modules/.package-lock.json'))
  if (!reason) return
  say(`Installing npm packages: ${reason}.`)
  const { code } = await runNpm(['ci'], { output: 'stderr' })
  if (code !== 0) {
    throw new Failure('npm ci failed; its own words are above.', 'Check that npm reaches its registry: npm ping.')
  }
}

/**
 * Says why the installed packages differ from the locked ones, or undefined when they do not.
 * By content: the files' times change with every checkout.
 */
export function whyInstall(locked, installed) {
  if (!locked) throw new Failure('package-lock.json is missing or unreadable.', 'Restore it from git.')
  if (!installed) return 'node_modules is missing'
  for (const [path, wanted] of Object.entries(locked.packages)) {
    if (path === '') continue
    const found = installed.packages[path]
    // Optional packages of other platforms are locked but never installed.
    if (!found && !wanted.optional) return `${path} is missing`
    if (found && found.version !== wanted.version) return `${path} is ${found.version}, locked is ${wanted.version}`
  }
  return undefined
}

function readLock(name) {
  try {
    return JSON.parse(readFileSync(join(root, name), 'utf8'))
  } catch {
    return undefined
  }
}
