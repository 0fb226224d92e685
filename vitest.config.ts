import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/faults/**', 'test/bench/**'],
    environment: 'node',
    restoreMocks: true,
    testTimeout: 20_000,
  },
})
