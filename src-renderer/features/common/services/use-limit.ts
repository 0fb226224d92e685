import { useTranslation } from 'react-i18next'
import { useFormat } from './use-format.ts'

/** A field counts down from this part of its limit. */
const nearLimit = 0.9

export interface LimitWords {
  /** The room that is left, when that is little. */
  readonly counter: string | null
  /** By how much the text is too long. */
  readonly error: string | null
}

/** The texts of a field with a length limit. Text that is too long is never cut. */
export const useLimit = () => {
  const { t } = useTranslation()
  const format = useFormat()
  return (text: string, most: number): LimitWords => {
    const { length } = text
    if (length > most)
      return {
        counter: null,
        error: t('limit.over', { count: length - most, shown: format.count(length - most), most: format.count(most) }),
      }
    const isNear = length >= most * nearLimit
    return {
      counter: isNear
        ? t('limit.near', { count: most - length, shown: format.count(most - length), most: format.count(most) })
        : null,
      error: null,
    }
  }
}
