import type { TFunction } from 'i18next'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** "45 s", "3 min 20 s", "2 h 5 min": two units at most. */
export const durationWords = (ms: number, t: TFunction): string => {
  if (ms < second) return t('summary.underSecond')
  if (ms < minute) return t('summary.seconds', { seconds: Math.round(ms / second) })
  if (ms < hour)
    return t('summary.minutes', { minutes: Math.floor(ms / minute), seconds: Math.floor((ms % minute) / second) })
  return t('summary.hours', { hours: Math.floor(ms / hour), minutes: Math.floor((ms % hour) / minute) })
}
