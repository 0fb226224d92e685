import { requestLabels, statusLabels } from '../data/commerce.ts'

export type Language = 'tr' | 'en'

/** An enum as Commerce writes it. */
interface EnumValue {
  readonly value: string
  readonly label: string
}

/** Turkish unless the caller's first choice is English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return acceptLanguage?.trim().toLowerCase().startsWith('en') ? 'en' : 'tr'
}

export const lira: EnumValue = { value: 'try', label: 'TL' }

/** The enum of an order or item status. */
export function statusEnum(status: number, language: Language): EnumValue {
  return labelled(String(status), statusLabels, language)
}

/** The enum of a cancellation request's status. */
export function requestStatusEnum(status: string, language: Language): EnumValue {
  return labelled(status, requestLabels, language)
}

function labelled(
  value: string,
  labels: Readonly<Record<string, readonly [string, string]>>,
  language: Language,
): EnumValue {
  const label = labels[value]?.[language === 'tr' ? 0 : 1]
  return { value, label: label ?? value }
}
