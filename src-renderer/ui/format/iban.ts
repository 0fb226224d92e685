import {
  electronicFormatIBAN,
  friendlyFormatIBAN,
  getCountrySpecifications,
  ValidationErrorsIBAN,
  validateIBAN,
} from 'ibantools'

export type IbanPart = 'not-an-iban' | 'country' | 'too-short' | 'too-long' | 'format' | 'check-digits' | 'account'

/** The wrong part, and what the words about it need. */
export interface IbanProblem {
  readonly part: IbanPart
  readonly country: string
  readonly length: number
  /** How long one of this country is; null when the country is unknown. */
  readonly wanted: number | null
}

/** What people paste in front of one. Norway's own letters are NO, so "no" alone is only taken when a country follows. */
const prefix = /^\W*[iİ]BAN(?:\s*(?:NUMARAS[Iı]|NUMBER|NO(?=[\s.:]*[A-Z]{2}\s?\d)))?(?=[^A-Z]|[A-Z]{2}\d)/iu
const separators = /[^\p{L}\p{N}]+/gu

export const cleanIban = (text: string): string =>
  electronicFormatIBAN(text.normalize('NFKC').replace(prefix, '').replace(separators, '')) ?? ''

export const groupIban = (text: string): string => friendlyFormatIBAN(cleanIban(text)) ?? ''

/** First four and last two stay readable: enough to compare, too little to misuse. */
export const maskIban = (text: string): string => {
  const clean = text.replace(/\s/g, '')
  return clean.length <= 8 ? '••••' : `${clean.slice(0, 4)} •••• ${clean.slice(-2)}`
}

const wantedLength = (country: string): number | null => getCountrySpecifications()[country]?.chars ?? null

const partOf = (errors: readonly ValidationErrorsIBAN[], length: number, wanted: number | null): IbanPart | null => {
  // Each error follows from the ones before it: a wrong length always spoils the check digits, too.
  if (errors.includes(ValidationErrorsIBAN.NoIBANCountry)) return 'country'
  if (errors.includes(ValidationErrorsIBAN.WrongBBANLength)) return length < (wanted ?? 0) ? 'too-short' : 'too-long'
  if (errors.includes(ValidationErrorsIBAN.WrongBBANFormat)) return 'format'
  if (errors.includes(ValidationErrorsIBAN.WrongIBANChecksum)) return 'check-digits'
  return errors.includes(ValidationErrorsIBAN.WrongAccountBankBranchChecksum) ? 'account' : null
}

/** Names the wrong part; null when it checks out. */
export const findIbanProblem = (text: string): IbanProblem | null => {
  const clean = cleanIban(text)
  const country = clean.slice(0, 2)
  const wanted = wantedLength(country)
  const about = { country, length: clean.length, wanted }
  if (!/^[A-Z]{2}\d{2}/.test(clean)) return { part: 'not-an-iban', ...about }
  const part = partOf(validateIBAN(clean).errorCodes, clean.length, wanted)
  return part === null ? null : { part, ...about }
}
