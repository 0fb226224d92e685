const separators = [';', '\t', ','] as const

/** The sign that splits the first line into the most cells; Excel writes its own for the country, and some name it. */
const separatorOf = (line: string): string =>
  separators.reduce((best, each) => (line.split(each).length > line.split(best).length ? each : best))

/** The cells of a CSV as RFC 4180 has it, whatever separates them and ends its lines. A quote left open ends with the file. */
export const readCsvRows = (file: string): readonly (readonly string[])[] => {
  const marked = file.replace(/^\ufeff/, '')
  const named = /^sep=(.)\r?\n/.exec(marked)
  const text = named ? marked.slice(named[0].length) : marked
  const separator = named?.[1] ?? separatorOf(text.split(/\r|\n/, 1)[0] ?? '')
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const endRow = () => {
    rows.push([...row, cell])
    row = []
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (sign === '"' && cell === '') isQuoted = true
    else if (sign === separator) {
      row.push(cell)
      cell = ''
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1
      endRow()
    } else cell += sign
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}
