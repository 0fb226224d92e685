import { useTranslation } from 'react-i18next'
import { useFormat } from './use-format.ts'

/** From this part of a limit on, a field says how much room is left. */
const nearly = 0.9

export interface LimitWords {
  /** How much room is left, once that is little. */
  readonly counter: string | null
  /** By how much the text is too long. */
  readonly error: string | null
}

/** What a field says of its limit. Nothing is ever cut: what is too long stays as it is until it is shortened. */
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
    const isNear = length >= most * nearly
    return {
      counter: isNear
        ? t('limit.near', { count: most - length, shown: format.count(most - length), most: format.count(most) })
        : null,
      error: null,
    }
  }
}
