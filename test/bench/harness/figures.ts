/** Middle of the sorted values; the lower one of two middles. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}

/** The value that 95 of 100 stay below. */
export function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN
}

/** One figure beside its floor, with the ratio that can be compared between machines. */
export function report(title: string, ours: readonly number[], floorName: string, floor: readonly number[]): void {
  const line = (name: string, values: readonly number[]) =>
    `  ${name.padEnd(44)} median ${median(values).toFixed(1).padStart(9)} ms   p95 ${p95(values).toFixed(1).padStart(9)} ms   n ${values.length}`
  const ratio = (median(ours) / median(floor)).toFixed(2)
  process.stdout.write(`\n${title}\n${line('Counterside', ours)}\n${line(floorName, floor)}\n  ratio ${ratio}\n`)
}
