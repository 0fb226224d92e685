/** Zones on both sides of UTC, one with changes of clocks, and the furthest there is. */
export const zones = ['UTC', 'Europe/Istanbul', 'America/New_York', 'Pacific/Kiritimati'] as const

/** Runs with this computer's clock in another zone, as far as `Date` and new formats know. */
export const inZone = <T>(zone: string, run: () => T): T => {
  const before = process.env['TZ']
  process.env['TZ'] = zone
  try {
    return run()
  } finally {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  }
}
