import { dayText } from '../../../ui/format/day.ts'

/** Main takes names of 120 letters at most, the day and the ending included. */
const longestAbout = 90

/** A file's name without its ending, after what is in it and the day: counterside-orders-2026-11-20. */
export const fileName = (about: string, at = Date.now()): string =>
  `counterside-${about.slice(0, longestAbout)}-${dayText(at)}`
