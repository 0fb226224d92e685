import { defineConfig } from '@playwright/test'

const minuteMs = 60_000

// One worker: every test starts an Electron of its own, and the smallest machine that runs them has two cores.
export default defineConfig({
  outputDir: 'test-results/artifacts',
  workers: 1,
  retries: 0,
  timeout: 1.5 * minuteMs,
  forbidOnly: Boolean(process.env['CI']),
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
