import { defineConfig } from 'vitest/config'
import { drawSeed } from './build/seed.mjs'

console.info(`Property tests: TEST_SEED=${drawSeed()}`)

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/faults/**', 'test/bench/**'],
    environment: 'node',
    restoreMocks: true,
    // Far above what any test takes: a busy machine is slow, and slow is not wrong.
    testTimeout: 60_000,
    // The same in CI and elsewhere: what passes here passes there.
    allowOnly: false,
  },
})
