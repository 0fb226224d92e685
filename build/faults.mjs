import { env } from 'node:process'
import { runTool } from './command.mjs'
import { runPlaywright } from './playwright.mjs'
import { runEntry, say } from './tell.mjs'

/**
 * What takes too long for every change: 20,000 histories of the queue, 10,000 changed bodies of each document, the 216
 * crash cases and 80 kills in the real app. About forty-five minutes on two cores. OUTBOX_RUNS and MUTATION_RUNS give
 * other numbers.
 */
async function faults() {
  const histories = env.OUTBOX_RUNS ?? '20000'
  say(`\n== ${histories} histories of the outbox`)
  const played = await unit({ OUTBOX_RUNS: histories }, 'test/renderer/outbox/outbox.property.test.ts')
  const bodies = env.MUTATION_RUNS ?? '10000'
  say(`\n== ${bodies} changed bodies of each document, read and drawn`)
  const read = await unit(
    { MUTATION_RUNS: bodies },
    'test/main/akinon/mutations.test.ts',
    'test/renderer/features/records/screen-mutations.test.ts',
  )
  say('\n== Crash points and kills')
  const crashes = await runPlaywright(['--project=crash'])
  return played || read || crashes
}

async function unit(runs, ...files) {
  const { code } = await runTool('vitest', ['run', ...files], { env: { ...env, ...runs } })
  return code
}

await runEntry(faults)
