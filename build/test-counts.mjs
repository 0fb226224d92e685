/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** One step that either went well or did not: the linter, the type checker. */
export function countExit(code) {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/** Counts of Vitest's JSON report; a file that could not be loaded is one failure. No report is one failure too. */
export function countVitest(report, code) {
  if (!report) return countExit(code || 1)
  const broken = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0)
  return admitFailure(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    code,
  )
}

/** Counts of Playwright's JSON report; no report is one failure. */
export function countPlaywright(report, code) {
  if (!report) return countExit(code || 1)
  const { expected, flaky, unexpected, skipped } = report.stats
  return admitFailure({ passed: expected + flaky, failed: unexpected, skipped }, code)
}

/** The sum of the steps' counts. */
export function sumCounts(all) {
  const sum = key => all.reduce((total, counts) => total + counts[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

/** The line that closes a test run. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

// A runner that ends badly without naming a failed test has still failed: an unhandled error, or nothing found to run.
function admitFailure(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}
