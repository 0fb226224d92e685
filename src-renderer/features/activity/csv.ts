/** A spreadsheet would take these for the beginning of a formula, and run what a shop sent. */
const formula = /^[=+\-@\t\r\n]/
/** It would also round a long number, and take the zeros off the front of one. */
const mangledNumber = /^(?:\d{16,}|0\d+)$/

const cell = (text: string): string => {
  const plain = formula.test(text) || mangledNumber.test(text) ? `'${text}` : text
  return /[",;\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** Excel splits columns at the list separator of its country, which is a semicolon where the decimals have a comma. */
export const separatorOf = (locale: string): ',' | ';' => ((0.5).toLocaleString(locale).includes(',') ? ';' : ',')

/** Rows as text that Excel opens by a double click: with a BOM, or it would take UTF-8 for the system's code page. */
export const csvOf = (rows: readonly (readonly string[])[], separator: ',' | ';'): string =>
  `\ufeff${rows.map(row => row.map(cell).join(separator)).join('\r\n')}\r\n`
