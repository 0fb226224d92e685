import type { SummaryBase } from '../model/summaries.ts'
import { readTime } from '../model/times.ts'

/** A day alone begins at this computer's midnight, and the computer may have moved since the row was stored. */
export const timeInThisZone = <S extends SummaryBase>(summary: S): S => {
  const time = readTime(summary.dateText)
  return time?.kind === 'day' && time.at !== summary.at ? { ...summary, at: time.at } : summary
}
