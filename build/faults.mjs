import { env } from 'node:process'
import { runTool } from './command.mjs'
import { runPlaywright } from './playwright.mjs'
import { runEntry, say } from './tell.mjs'

/**
 * What takes too long for every change: 20,000 histories of the queue, the 216 crash cases and 80 kills in the real app.
 * About forty minutes on two cores.
 */
async function faults() {
  say('\n== 20,000 histories of the outbox')
  const { code: histories } = await runTool('vitest', ['run', 'test/renderer/outbox/outbox.property.test.ts'], {
    env: { ...env, OUTBOX_RUNS: env.OUTBOX_RUNS ?? '20000' },
  })
  say('\n== Crash points and kills')
  const crashes = await runPlaywright(['--project=crash'])
  return histories || crashes
}

await runEntry(faults)
