export type IbanProblem = 'not-an-iban' | 'too-short' | 'too-long' | 'checksum'

export const cleanIban = (text: string): string =>
  text
    .replace(/^\s*IBAN[:\s]*/i, '')
    .replace(/[\s-]/g, '')
    .toUpperCase()

export const groupIban = (text: string): string => cleanIban(text).replace(/(.{4})(?=.)/g, '$1 ')

/** First four and last two stay readable: enough to compare, too little to misuse. */
export const maskIban = (text: string): string => {
  const clean = text.replace(/\s/g, '')
  return clean.length <= 8 ? '••••' : `${clean.slice(0, 4)} •••• ${clean.slice(-2)}`
}

const turkishLength = 26

const remainder97 = (digits: string): number => {
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  return rest
}

/** Names the wrong part; null when it checks out. */
export const findIbanProblem = (text: string): IbanProblem | null => {
  const clean = cleanIban(text)
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]*$/.test(clean)) return 'not-an-iban'
  const turkish = clean.startsWith('TR')
  if (turkish ? clean.length < turkishLength : clean.length < 15) return 'too-short'
  if (turkish ? clean.length > turkishLength : clean.length > 34) return 'too-long'
  const turned = clean.slice(4) + clean.slice(0, 4)
  const digits = turned.replace(/[A-Z]/g, letter => String(letter.charCodeAt(0) - 55))
  return remainder97(digits) === 1 ? null : 'checksum'
}
