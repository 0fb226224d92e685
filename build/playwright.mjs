import { runTool } from './command.mjs'
import { withDisplays } from './display.mjs'
import { setUp } from './setup.mjs'

/** As many tests at once as the smallest machine has cores. */
const sideBySide = 2

/** A reporter that prints the steps of a test as plain lines, with their times. */
export const plainReporter = 'build/plain-reporter.mjs'

/** Sets up, then runs Playwright on a display, real or virtual. Resolves with its exit code. Throws a Failure. */
export async function runPlaywright(args, extraEnv = {}) {
  const { env } = await setUp()
  return playwrightHere(args, { ...env, ...extraEnv })
}

/** The same in a checkout that is set up already. */
export function playwrightHere(args, env) {
  return withDisplays(sideBySide, env, async shownEnv => {
    const { code } = await runTool('playwright', ['test', ...args], { env: shownEnv })
    return code
  })
}
