import type { TFunction } from 'i18next'
import { isBareCode } from '../../../model/enum-text.ts'

/** A carrier in words; a bare number says at least what it is the number of. */
export const carrierWords = (name: string | null | undefined, t: TFunction): string | null => {
  if (!name) return null
  return isBareCode(name) ? t('order.carrierNumber', { number: name }) : name
}

/** A carrier's name that can be told to a customer: nobody outside the shop knows its numbers. */
export const tellableCarrier = (name: string | null): string | null =>
  name !== null && !isBareCode(name) ? name : null
