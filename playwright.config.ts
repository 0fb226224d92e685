import { defineConfig } from '@playwright/test'
import { drawSeed } from './build/seed.mjs'

const minuteMs = 60_000

// One worker: every test starts an Electron of its own, and the smallest machine that runs them has two cores.
// Workers read this file, too; the runner reads it first, and they inherit its environment.
const seed = drawSeed()
if (process.env['TEST_WORKER_INDEX'] === undefined) console.info(`Changed answers and kills: TEST_SEED=${seed}`)

export default defineConfig({
  outputDir: 'test-results/artifacts',
  workers: 1,
  retries: 0,
  timeout: 1.5 * minuteMs,
  // The same in CI and elsewhere: what passes here passes there.
  forbidOnly: true,
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
  projects: [
    { name: 'e2e', testDir: 'test/e2e', testMatch: '*.spec.ts' },
    { name: 'faults', testDir: 'test/faults', testMatch: '*.spec.ts' },
    { name: 'crash', testDir: 'test/crash', testMatch: '*.crash.ts', use: { trace: 'off' } },
    { name: 'tour', testDir: 'test/e2e', testMatch: 'tour.tour.ts', timeout: 5 * minuteMs },
    { name: 'screens', testDir: 'test/e2e', testMatch: '*.shots.ts', timeout: 5 * minuteMs },
    { name: 'bench', testDir: 'test/bench', testMatch: '*.bench.ts', timeout: 10 * minuteMs, use: { trace: 'off' } },
  ],
})
