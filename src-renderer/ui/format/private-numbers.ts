import {
  electronicFormatIBAN,
  friendlyFormatIBAN,
  getCountrySpecifications,
  ValidationErrorsIBAN,
  validateIBAN,
} from 'ibantools'

type IbanPart = 'not-an-iban' | 'country' | 'too-short' | 'too-long' | 'format' | 'check-digits' | 'account'

/** The wrong part of an IBAN, and the facts for its message. */
export interface IbanProblem {
  readonly part: IbanPart
  readonly country: string
  readonly length: number
  /** The length of this country's IBANs; null when the country is unknown. */
  readonly wanted: number | null
}

/** Words that people paste before an IBAN. "NO" is also Norway's code, so it is only removed when a country follows. */
const prefix = /^\W*[iİ]BAN(?:\s*(?:NUMARAS[Iı]|NUMBER|NO(?=[\s.:]*[A-Z]{2}\s?\d)))?(?=[^A-Z]|[A-Z]{2}\d)/iu
const separators = /[^\p{L}\p{N}]+/gu

export const cleanIban = (text: string): string =>
  electronicFormatIBAN(text.normalize('NFKC').replace(prefix, '').replace(separators, '')) ?? ''

export const groupIban = (text: string): string => friendlyFormatIBAN(cleanIban(text)) ?? ''

/** The first four and last two characters stay readable: enough to compare, too little to misuse. */
export const maskIban = (text: string): string => {
  const clean = text.replace(/\s/g, '')
  return clean.length <= 8 ? '••••' : `${clean.slice(0, 4)} •••• ${clean.slice(-2)}`
}

const wantedLength = (country: string): number | null => getCountrySpecifications()[country]?.chars ?? null

const partOf = (errors: readonly ValidationErrorsIBAN[], length: number, wanted: number | null): IbanPart | null => {
  // In this order, because one error causes the next: with a wrong length the check digits are wrong, too.
  if (errors.includes(ValidationErrorsIBAN.NoIBANCountry)) return 'country'
  if (errors.includes(ValidationErrorsIBAN.WrongBBANLength)) return length < (wanted ?? 0) ? 'too-short' : 'too-long'
  if (errors.includes(ValidationErrorsIBAN.WrongBBANFormat)) return 'format'
  if (errors.includes(ValidationErrorsIBAN.WrongIBANChecksum)) return 'check-digits'
  return errors.includes(ValidationErrorsIBAN.WrongAccountBankBranchChecksum) ? 'account' : null
}

/** Finds the wrong part of an IBAN; null when it is valid. */
export const findIbanProblem = (text: string): IbanProblem | null => {
  const clean = cleanIban(text)
  const country = clean.slice(0, 2)
  const wanted = wantedLength(country)
  const about = { country, length: clean.length, wanted }
  if (!/^[A-Z]{2}\d{2}/.test(clean)) return { part: 'not-an-iban', ...about }
  const part = partOf(validateIBAN(clean).errorCodes, clean.length, wanted)
  return part === null ? null : { part, ...about }
}

/** The last two digits of an identity number stay readable: enough to compare, too little to copy. */
export const maskIdentity = (text: string): string => {
  const clean = text.replace(/\s/g, '')
  return clean.length <= 4 ? '••••' : `•••• ${clean.slice(-2)}`
}

/** The first four digits of a card stay readable; they identify its bank. */
export const maskCardStart = (text: string): string => `${text.slice(0, 4)}••••`
