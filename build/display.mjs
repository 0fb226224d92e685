import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from './tell.mjs'

const startLimitMs = 15_000

/** Whether windows can be shown to somebody. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * Runs the work with a display: the one there is, or an Xvfb of its own on a free number, stopped afterwards.
 * The work gets the environment to use. Throws a Failure when Xvfb does not start.
 */
export async function withDisplay(env, work) {
  if (hasDisplay(env)) return work(env)
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const stop = () => server.kill('SIGTERM')
  process.once('exit', stop)
  try {
    return await work({ ...env, DISPLAY: `:${await displayNumber(server)}` })
  } finally {
    process.off('exit', stop)
    stop()
  }
}

/**
 * The same with several displays, whose names are in TEST_DISPLAYS. Windows on one display take the pointer from each
 * other, so tests that run side by side need one each. On a display that is there already, nothing runs side by side.
 */
export function withDisplays(count, env, work, names = []) {
  if (hasDisplay(env)) return work(env)
  if (names.length === count) return work({ ...env, DISPLAY: names[0], TEST_DISPLAYS: names.join() })
  return withDisplay(env, ({ DISPLAY }) => withDisplays(count, env, work, [...names, DISPLAY]))
}

async function displayNumber(server) {
  const answer = await Promise.race([
    once(server.stdio[3], 'data').then(([data]) => String(data).trim()),
    once(server, 'exit').then(() => undefined),
    once(server, 'error').then(() => undefined),
    sleep(startLimitMs, undefined, { ref: false }),
  ]).catch(() => undefined)
  if (answer) return answer
  throw new Failure('Xvfb did not start.', 'Try it by hand: Xvfb :99 -screen 0 1600x1000x24')
}
