import { env } from 'node:process'
import { runTool } from './command.mjs'
import { runEntry } from './tell.mjs'

/** Cuts the power of a simulated disk under the ledger, in many more histories than a run of all tests has time for. */
async function power() {
  const { code } = await runTool('vitest', ['run', 'test/main/ledger/power-cut.test.ts'], {
    env: { ...env, POWER_RUNS: env.POWER_RUNS ?? '20000' },
  })
  return code
}

await runEntry(power)
