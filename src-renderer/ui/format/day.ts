import { dayMs } from '../../model/clock.ts'
/** When a day began by this computer's calendar, ms since 1970. Such a day may have 23 or 25 hours. */
export const startOfDay = (at: number, daysBack = 0): number => {
  const day = new Date(at)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - daysBack).getTime()
}

/** When the same day next year begins by this computer's calendar. */
export const yearAfter = (at: number): number => {
  const day = new Date(at)
  return new Date(day.getFullYear() + 1, day.getMonth(), day.getDate()).getTime()
}

export const isSameDay = (a: number, b: number): boolean => startOfDay(a) === startOfDay(b)

export const isSameYear = (a: number, b: number): boolean => new Date(a).getFullYear() === new Date(b).getFullYear()

/** Calendar days between two times, negative when `to` is earlier. */
export const daysBetween = (from: number, to: number): number =>
  // Rounding corrects the hour that a change of clocks adds or removes.
  Math.round((startOfDay(to) - startOfDay(from)) / dayMs)

/** The hour by this computer's clock, 0 to 23. */
export const hourOf = (at: number): number => new Date(at).getHours()

/** The day by this computer's calendar, YYYY-MM-DD. */
export const dayText = (at: number): string => {
  const day = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** The time that this computer's clock shows, as if it were UTC, for code without time zones. */
export const wallClock = (at: number): Date => new Date(at - new Date(at).getTimezoneOffset() * 60_000)
