import { inflateSync } from 'node:zlib'

interface ReadPdf {
  /** Width and height of each page in points, 72 an inch. */
  readonly pages: readonly (readonly [width: number, height: number])[]
  /** Every letter that a reader can copy out of it. */
  readonly letters: ReadonlySet<string>
}

/** As much of a PDF as Chromium writes: its page objects lie open, its streams are deflated. */
export function readPdf(bytes: Buffer): ReadPdf {
  const text = bytes.toString('latin1')
  const pages = [...text.matchAll(/\/Type\s*\/Page\b[\s\S]*?\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => [Number(width), Number(height)] as const,
  )
  const letters = new Set<string>()
  for (const { index } of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(index - 3, index) === 'end') continue
    const start = text.indexOf('\n', index) + 1
    for (const letter of lettersOf(inflated(bytes.subarray(start, text.indexOf('endstream', start)))))
      letters.add(letter)
  }
  return { pages, letters }
}

function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1')
  } catch {
    return ''
  }
}

/** A font says in its ToUnicode map which letters its signs are. */
function lettersOf(map: string): string[] {
  const sign = (hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))
  const single = [...map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)].flatMap(([, lines = '']) =>
    [...lines.matchAll(/<[0-9A-F]+> <([0-9A-F]{4})>/g)].map(([, hex = '']) => sign(hex)),
  )
  const ranges = [...map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)].flatMap(([, lines = '']) =>
    [...lines.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]{4})>/g)].flatMap(
      ([, from = '', to = '', first = '']) => {
        const count = Number.parseInt(to, 16) - Number.parseInt(from, 16) + 1
        return Array.from({ length: count }, (_, n) => String.fromCodePoint(Number.parseInt(first, 16) + n))
      },
    ),
  )
  return [...single, ...ranges]
}
