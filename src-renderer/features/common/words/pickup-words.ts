import type { TFunction } from 'i18next'

interface Hours {
  readonly start?: string | null | undefined
  readonly end?: string | null | undefined
}

/** The hours of a pickup in words, also when only one end of them is known; null when neither is. */
export const pickupHours = ({ start, end }: Hours, t: TFunction): string | null => {
  if (start && end) return `${start}–${end}`
  if (start) return t('form.pickupAfter', { time: start })
  return end ? t('form.pickupBefore', { time: end }) : null
}
