import type { TFunction } from 'i18next'

const mostAnyBankGives = 100

/** Into how many instalments an amount was split, in words; null for one alone. What is no such number as it came. */
export const installmentWords = (text: string | null, t: TFunction): string | null => {
  if (text === null || text.trim() === '') return null
  const count = Number(text)
  if (!Number.isInteger(count) || count < 0 || count > mostAnyBankGives) return text
  return count > 1 ? t('order.installments', { count }) : null
}
