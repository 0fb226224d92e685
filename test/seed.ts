/** The seed of this run's property tests. The runner's configuration has drawn it before any test file is read. */
export function seedOfRun(): number {
  const seed = Number(process.env['TEST_SEED'] || Number.NaN)
  if (Number.isNaN(seed)) throw new Error('TEST_SEED is no number: the configuration of the test runner draws it.')
  return seed
}

/** How many cases a property test tries: `usual`, or what `npm run test:faults` and its kin put into the environment. */
export const runsOf = (name: 'OUTBOX_RUNS' | 'POWER_RUNS' | 'CHANGED_BODIES', usual: number): number =>
  Number(process.env[name] ?? usual)
