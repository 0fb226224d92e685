import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env, execPath, getuid } from 'node:process'
import { promisify } from 'node:util'
import { _electron, type ElectronApplication } from '@playwright/test'
import { build } from 'vite'

const root = join(import.meta.dirname, '../../..')
const outDir = join(root, 'test-results/writer-app')

export interface Driven {
  readonly app: ElectronApplication
  readonly close: () => Promise<void>
}

/** Bundles the small app around the production writer and starts it in the Electron of this machine. */
export async function startWriterApp(): Promise<Driven> {
  await bundle()
  const userData = await mkdtemp(join(tmpdir(), 'writer-app-'))
  const app = await _electron.launch({
    executablePath: await findElectron(),
    args: [...(getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${userData}`, outDir],
  })
  await app.evaluate(async electron => {
    const events: NodeJS.EventEmitter = electron.app
    if (!globalThis.writerApp) await new Promise<void>(resolve => events.once('writer-app', resolve))
  })
  const close = async () => {
    await app.evaluate(electron => electron.app.exit(0)).catch(() => undefined)
    await app.close().catch(() => undefined)
    await rm(userData, { recursive: true, force: true })
  }
  return { app, close }
}

async function bundle(): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'main.ts'),
      target: 'node20.18',
      outDir,
      emptyOutDir: true,
      rolldownOptions: { external: ['electron'], output: { format: 'cjs', entryFileNames: 'main.cjs' } },
    },
  })
  await mkdir(outDir, { recursive: true })
  await writeFile(
    join(outDir, 'package.json'),
    JSON.stringify({ name: 'writer-app', version: '1.0.0', main: 'main.cjs' }),
  )
}

async function findElectron(): Promise<string> {
  const given = env['COUNTERSIDE_ELECTRON']
  if (given) return given
  const script = join(root, 'build/electron-runtime.mjs')
  const { stdout } = await promisify(execFile)(execPath, [script, '--print'], { cwd: root })
  return stdout.trim().split('\n').at(-1) ?? ''
}
