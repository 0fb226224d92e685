import { describe, expect, it } from 'vitest'
import { loadBuildScript } from './load.ts'

type Counts = { passed: number; failed: number; skipped: number }
const { countExit, countVitest, countPlaywright, sumCounts, closingLine } = await loadBuildScript<{
  countExit: (code: number) => Counts
  countVitest: (report: unknown, code: number) => Counts
  countPlaywright: (report: unknown, code: number) => Counts
  sumCounts: (all: Counts[]) => Counts
  closingLine: (counts: Counts) => string
}>('test-counts.mjs')

const vitest = (changes = {}) => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
  ...changes,
})

describe('counting', () => {
  it('takes the runners at their word', () => {
    expect(countVitest(vitest({ numPendingTests: 1, numTodoTests: 1 }), 0)).toEqual({
      passed: 5,
      failed: 0,
      skipped: 2,
    })
    const stats = { expected: 3, flaky: 1, unexpected: 2, skipped: 1 }
    expect(countPlaywright({ stats }, 1)).toEqual({ passed: 4, failed: 2, skipped: 1 })
  })

  it('counts a test file that could not be loaded as one failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }]
    expect(countVitest(vitest({ testResults }), 1)).toMatchObject({ passed: 5, failed: 1 })
  })

  it.each([
    ['Vitest', countVitest],
    ['Playwright', countPlaywright],
  ])('counts a %s that crashed before its report as one failure, whatever its exit code', (_name, count) => {
    expect(count(undefined, 139)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(count(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  it('does not let a bad exit code pass when every test did', () => {
    expect(countVitest(vitest(), 1)).toMatchObject({ passed: 5, failed: 1 })
    const stats = { expected: 0, flaky: 0, unexpected: 0, skipped: 0 }
    expect(countPlaywright({ stats }, 1)).toMatchObject({ failed: 1 })
  })
})

describe('the closing line', () => {
  it('sums the steps', () => {
    expect(closingLine(sumCounts([countExit(0), countExit(1), countVitest(vitest(), 0)]))).toBe('6 passed, 1 failed')
  })

  it('mentions skipped tests only when there are some', () => {
    expect(closingLine({ passed: 2, failed: 0, skipped: 3 })).toBe('2 passed, 0 failed, 3 skipped')
  })

  it('reads as nothing when nothing ran', () => {
    expect(closingLine(sumCounts([]))).toBe('0 passed, 0 failed')
  })
})
