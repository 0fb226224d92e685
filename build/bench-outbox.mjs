import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { argv } from 'node:process'
import { root, runNpm, runTool } from './command.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { Failure, runEntry, say } from './tell.mjs'

const folder = join(root, 'test', 'bench', 'outbox')

await runEntry(async () => {
  await ensurePackages()
  await ensurePeers()
  const { code } = await runTool('tsc', ['-p', folder])
  if (code !== 0) throw new Failure('The peers do not have the types that the bench was written for.')
  await runBench(argv.slice(2))
})

/** The peers have a lock of their own, so that nobody who works on the product has to install them. */
async function ensurePeers() {
  const [locked, installed] = await Promise.all(['package-lock.json', 'node_modules/.package-lock.json'].map(timeOf))
  if (installed >= locked) return
  say('Installing the peers…')
  const { code } = await runNpm(['ci', '--ignore-scripts'], { cwd: folder, output: 'stderr' })
  if (code !== 0) throw new Failure('The peers could not be installed.', 'Check the network and run it again.')
}

async function timeOf(file) {
  const found = await stat(join(folder, file)).catch(() => null)
  return found?.mtimeMs ?? 0
}

/** Runs the bench's TypeScript in this process, through the bundler that the product is built with. */
async function runBench(args) {
  const { createServer, createServerModuleRunner } = await import('vite')
  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, watch: null, ws: false, hmr: false },
    optimizeDeps: { noDiscovery: true },
  })
  const runner = createServerModuleRunner(server.environments.ssr, { hmr: false })
  try {
    const { bench } = await runner.import(join(folder, 'bench.ts'))
    await bench(args)
  } finally {
    await runner.close()
    await server.close()
  }
  // Clients whose process was "killed" still have timers.
  process.exit(0)
}
