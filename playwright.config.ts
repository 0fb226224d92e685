import { defineConfig } from '@playwright/test'
import { drawSeed } from './build/seed.mjs'

const minuteMs = 60_000

// Every test has an Electron, a profile and a shop of its own, so tests run side by side, each worker on a display of its
// own. What measures, kills or draws pictures runs alone.
const displays = process.env['TEST_DISPLAYS']?.split(',') ?? []
const ownDisplay = displays[Number(process.env['TEST_PARALLEL_INDEX'])]
if (ownDisplay !== undefined) process.env['DISPLAY'] = ownDisplay

// Workers read this file, too; the runner reads it first, and they inherit its environment.
const seed = drawSeed()
if (process.env['TEST_WORKER_INDEX'] === undefined) console.info(`Changed answers and kills: TEST_SEED=${seed}`)

export default defineConfig({
  outputDir: 'test-results/artifacts',
  workers: Math.max(1, displays.length),
  retries: 0,
  timeout: 1.5 * minuteMs,
  // The same in CI and elsewhere: what passes here passes there.
  forbidOnly: true,
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
  projects: [
    { name: 'e2e', testDir: 'test/e2e', testMatch: '*.spec.ts' },
    { name: 'faults', testDir: 'test/faults', testMatch: '*.spec.ts' },
    { name: 'crash', testDir: 'test/crash', testMatch: '*.crash.ts', workers: 1, use: { trace: 'off' } },
    { name: 'tour', testDir: 'test/e2e', testMatch: 'tour.tour.ts', workers: 1, timeout: 5 * minuteMs },
    { name: 'screens', testDir: 'test/e2e', testMatch: '*.shots.ts', workers: 1, timeout: 5 * minuteMs },
    {
      name: 'bench',
      testDir: 'test/bench',
      testMatch: '*.bench.ts',
      workers: 1,
      timeout: 10 * minuteMs,
      use: { trace: 'off' },
    },
  ],
})
