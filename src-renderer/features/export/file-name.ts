import { dayText } from '../../ui/format/day.ts'

/** A file's name without its ending, after what is in it and the day: counterside-orders-2026-11-20. */
export const fileName = (about: string, at = Date.now()): string => `counterside-${about}-${dayText(at)}`
