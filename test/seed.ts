/**
 * The seed of a property test: the environment's when it names one, a fixed one in CI so that a change is judged by what
 * it changed, and a new one everywhere else. Print it: it replays the run.
 */
export function seedFrom(variable: string): number {
  const given = process.env[variable]
  if (given !== undefined) return Number(given)
  return process.env['CI'] ? 20_261_122 : Date.now() % 2 ** 31
}
