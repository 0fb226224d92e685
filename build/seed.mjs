const variable = 'TEST_SEED'
/** In CI a change is judged by what it changed, not by what chance found on that day. */
const seedInCi = 20_261_122

/**
 * The seed of all property tests of this run: the one that TEST_SEED names, else a fixed one in CI and a new one elsewhere.
 * It is drawn once and handed on in the environment: test runners read a file in several processes, and each has to see
 * the same seed. TEST_SEED repeats a run.
 */
export function drawSeed(env = process.env) {
  env[variable] ||= String(env.CI ? seedInCi : Date.now() % 2 ** 31)
  return Number(env[variable])
}
