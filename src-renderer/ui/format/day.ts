/** A day of 24 hours, milliseconds. */
export const dayMs = 86_400_000

/** When a day of this computer's calendar began, milliseconds since 1970. Such a day may have 23 or 25 hours. */
export const startOfDay = (at: number, daysBack = 0): number => {
  const day = new Date(at)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - daysBack).getTime()
}

export const isSameDay = (a: number, b: number): boolean => startOfDay(a) === startOfDay(b)

/** The day by this computer's calendar, YYYY-MM-DD. */
export const dayText = (at: number): string => {
  const day = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
