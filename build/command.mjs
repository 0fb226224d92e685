import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Failure } from './tell.mjs'

/** The repository's root folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Whether the module is the one that node was asked to run. */
export function isEntry(moduleUrl) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(moduleUrl)
}

const windows = process.platform === 'win32'

/**
 * Runs a program to its end. Resolves with the exit code (128 + n after signal n) and the captured output.
 * Throws a Failure when the program cannot be started.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, output?: 'inherit' | 'stderr' | 'capture', limitMs?: number, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, stdout: string, stderr: string, timedOut: boolean }>}
 */
export function run(program, args, { cwd = root, env = process.env, output = 'inherit', limitMs = 0, shell } = {}) {
  const stdio = { inherit: 'inherit', stderr: ['ignore', 2, 2], capture: ['ignore', 'pipe', 'pipe'] }[output]
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio, shell })
    const result = { code: 1, stdout: '', stderr: '', timedOut: false }
    child.stdout?.setEncoding('utf8').on('data', text => {
      result.stdout += text
    })
    child.stderr?.setEncoding('utf8').on('data', text => {
      result.stderr += text
    })
    const timer = limitMs > 0 ? setTimeout(onLimit, limitMs) : undefined
    const release = passSignalsTo(child)
    child.once('error', error => finish(reject, new Failure(`${program} could not be started: ${error.message}`)))
    child.once('close', (code, signal) => finish(resolve, { ...result, code: code ?? 128 + constants.signals[signal] }))

    function onLimit() {
      result.timedOut = true
      child.kill('SIGKILL')
    }
    function finish(settle, value) {
      clearTimeout(timer)
      release()
      settle(value)
    }
  })
}

/** Runs npm with the user's own configuration, in the version that started us when there is one. */
export function runNpm(args, options = {}) {
  const script = process.env.npm_execpath
  // npm hands its own log level to its children: `npm --silent test` would hide why an install failed.
  // Below errors it talks of engines and scripts, which mean nothing to whoever starts the app.
  const env = { ...process.env, ...options.env, npm_config_loglevel: 'error' }
  if (script && /npm-cli\.[cm]?js$/.test(script)) return run(process.execPath, [script, ...args], { ...options, env })
  return run(windows ? 'npm.cmd' : 'npm', args, { ...options, env, shell: windows })
}

/** Runs a tool that an npm package brought along. Throws a Failure when it is not installed. */
export function runTool(name, args, options = {}) {
  const file = join(root, 'node_modules', '.bin', windows ? `${name}.cmd` : name)
  if (!existsSync(file)) throw new Failure(`${name} is not installed.`, 'Run npm ci.')
  return run(file, args, { ...options, shell: windows })
}

/** Passes a polite stop on to the child, so that it ends before we do. Returns the undo. */
function passSignalsTo(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const listeners = signals.map(signal => [signal, () => child.kill(signal)])
  for (const [signal, listener] of listeners) process.on(signal, listener)
  return () => {
    for (const [signal, listener] of listeners) process.off(signal, listener)
  }
}
