import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isAhead } from '../../../model/times.ts'
import {
  formatAge,
  formatDateText,
  formatDay,
  formatExact,
  formatMoment,
  formatNear,
  formatNearText,
  formatTime,
  formatWeekday,
} from '../../../ui/format/date.ts'
import { formatMoney, formatPercent } from '../../../ui/format/money.ts'
import { useNow } from '../../../ui/use-now.ts'

export const localeOf = (language: string): string => (language.startsWith('tr') ? 'tr-TR' : 'en-GB')

/** Dates, ages and money in the reader's locale. */
export const useFormat = () => {
  const { t, i18n } = useTranslation()
  const locale = localeOf(i18n.language)
  return useMemo(
    () => ({
      locale,
      count: (value: number) => new Intl.NumberFormat(locale).format(value),
      /** A number of pieces; also "1.5". Text that is not a number stays as it is. */
      pieces: (text: string) => {
        const count = Number(text)
        if (!Number.isFinite(count) || text.trim() === '') return text
        return t('order.pieces', { count, shown: new Intl.NumberFormat(locale).format(count) })
      },
      money: (amount: string | null, currency: string | null) => formatMoney(amount, currency, locale),
      percent: (rate: string | null | undefined) => formatPercent(rate, locale),
      moment: (at: number) => formatMoment(at, locale),
      exact: (at: number) => formatExact(at, locale),
      day: (at: number) => formatDay(at, locale),
      time: (at: number) => formatTime(at, locale),
      dateText: (text: string | null, withTime = true) => formatDateText(text, locale, withTime),
      weekday: (text: string) => formatWeekday(text, locale),
      near: (at: number, now: number) => formatNear(at, now, locale),
      nearText: (text: string | null, now: number) => formatNearText(text, now, locale),
      age: (at: number, now: number) =>
        formatAge(at, now, locale) ?? t(isAhead(at, now) ? 'time.beforeClockChange' : 'time.justNow'),
    }),
    [locale, t],
  )
}

export const useAge = (at: number): string => useFormat().age(at, useNow())
