import { env } from 'node:process'
import { runTool } from './command.mjs'
import { runPlaywright } from './playwright.mjs'
import { runEntry, say } from './tell.mjs'

const longProperties = [
  'test/renderer/outbox/outbox.property.test.ts',
  'test/main/akinon/mutations.test.ts',
  'test/renderer/features/records/screen-mutations.test.ts',
]

/**
 * What takes too long for every change: 20,000 histories of the queue, 10,000 changes of each documented answer through
 * readers and screens, the 216 crash cases and 80 kills in the real app. About forty-five minutes on two cores.
 */
async function faults() {
  say('\n== Histories of the outbox, and changed answers')
  const { code: properties } = await runTool('vitest', ['run', ...longProperties], {
    env: { ...env, OUTBOX_RUNS: env.OUTBOX_RUNS ?? '20000', CHANGED_BODIES: env.CHANGED_BODIES ?? '10000' },
  })
  say('\n== Crash points and kills')
  const crashes = await runPlaywright(['--project=crash'])
  return properties || crashes
}

await runEntry(faults)
