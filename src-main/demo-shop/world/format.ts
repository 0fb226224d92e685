import { mix } from './random.ts'

/** Kuruş as the decimal string that the documents use. */
export function money(kurus: number): string {
  return (kurus / 100).toFixed(2)
}

export function isoOf(atMs: number): string {
  return new Date(atMs).toISOString()
}

const isoForm = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?(Z|[+-]\d\d:?\d\d)?)?$/

/** ISO 8601 as ms since 1970, UTC where no zone is named; undefined for anything else, a day that no month has included. */
export function readIso(text: string): number | undefined {
  const parts = isoForm.exec(text)
  if (!parts) return undefined
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', zone = 'Z'] = parts
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day))
  if (new Date(midnight).toISOString().slice(0, 10) !== text.slice(0, 10)) return undefined
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const away = zone === 'Z' ? 0 : Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)))
  const seconds = (Number(hour) * 60 + Number(minute) - away) * 60 + Number(second)
  return midnight + seconds * 1000 + Math.floor(Number(`0.${fraction}`) * 1000)
}

/** A time as ISO 8601 with six digits of a second. The last three are derived, so that they stay the same. */
export function stamp(atMs: number): string {
  const micros = String(mix(Math.floor(atMs / 1000), atMs % 1000) % 1000).padStart(3, '0')
  return `${isoOf(atMs).slice(0, -1)}${micros}Z`
}

/** A hex string of any length that depends on nothing but its parts. */
export function hex(length: number, ...parts: number[]): string {
  let text = ''
  for (let round = 0; text.length < length; round++)
    text += mix(round, ...parts)
      .toString(16)
      .padStart(8, '0')
  return text.slice(0, length)
}

/** A version 4 looking uuid that depends on nothing but its parts. */
export function uuidOf(...parts: number[]): string {
  const text = hex(32, ...parts)
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-a${text.slice(17, 20)}-${text.slice(20)}`
}

const asciiOf: Record<string, string> = {
  ç: 'c',
  ğ: 'g',
  ı: 'i',
  ö: 'o',
  ş: 's',
  ü: 'u',
  Ç: 'c',
  Ğ: 'g',
  İ: 'i',
  Ö: 'o',
  Ş: 's',
  Ü: 'u',
  â: 'a',
  î: 'i',
}

/** Lower-case ASCII words joined by dashes, as a shop's links are. */
export function slugOf(text: string): string {
  return text
    .replace(/[^\x20-\x7e]/g, letter => asciiOf[letter] ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
