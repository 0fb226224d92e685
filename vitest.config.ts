import { defineConfig } from 'vitest/config'
import { drawSeed } from './build/seed.mjs'

console.info(`Property tests: TEST_SEED=${drawSeed()}`)

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/faults/**', 'test/bench/**'],
    environment: 'node',
    restoreMocks: true,
    testTimeout: 20_000,
    // The same in CI and elsewhere: what passes here passes there.
    allowOnly: false,
  },
})
