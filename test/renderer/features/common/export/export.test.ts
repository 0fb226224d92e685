import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvFile, signsOf, tsvOf } from '../../../../../src-renderer/features/common/export/csv.ts'
import type { CellKind, Table } from '../../../../../src-renderer/features/common/export/table.ts'
import { xlsxOf } from '../../../../../src-renderer/features/common/export/xlsx.ts'
import { fileName } from '../../../../../src-renderer/features/common/parts/save-file.tsx'
import { outboxTable } from '../../../../../src-renderer/features/queue/outbox/outbox-table.ts'
import { setupI18n } from '../../../../../src-renderer/i18n/setup.ts'
import { withoutTurning } from '../../../../../src-renderer/model/direction.ts'
import { readCsv } from '../../../../fakes/read-csv.ts'
import { readXlsx } from '../../../../fakes/read-xlsx.ts'
import { seedOfRun } from '../../../../seed.ts'
import { customer, entry, noFigures } from '../../../fakes/screen-rows.ts'

const { t } = await setupI18n('en')

const tableOf = (kind: CellKind, texts: readonly string[]): Table => ({
  columns: [{ title: 'Başlık', kind }],
  rows: texts.map(text => [text]),
})
const turkey = signsOf('tr-TR')
const britain = signsOf('en-GB')
const cellsOf = (kind: CellKind, texts: readonly string[], signs = turkey) =>
  readCsv(csvFile(tableOf(kind, texts), signs).join(''), signs.separator)
    .slice(1)
    .map(row => row[0])

const kinds = fc.constantFrom<CellKind>('text', 'decimal', 'moment', 'count')
/** What a shop may send, with what spreadsheets run or change made likely. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '0', "'"), fc.string())
    .map(parts => parts.join('')),
  fc.stringMatching(/^-?\d{1,20}(?:\.\d{1,6})?$/),
  fc.stringMatching(/^\d{1,4}[eE]\d{1,3}$/),
)

/** What people write that a spreadsheet takes for something else, and what looks like it. */
const sheetLike = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 2030 }).map(String),
      fc.constantFrom(
        'MAR',
        'Mart',
        'mar',
        'TL',
        'E',
        'PM',
        '%',
        '₺',
        ' ',
        '-',
        '/',
        '.',
        ',',
        ':',
        'TRUE',
        'Ali',
        '#',
        '(',
        ')',
      ),
    ),
    { maxLength: 5 },
  )
  .map(parts => parts.join(''))

/**
 * What a spreadsheet makes of a cell, as far as the usual ones agree; written apart from the guard it judges. A plain
 * number without needless zeros comes back as it was.
 */
const typedInto = (cell: string, decimal: string): string => {
  if (cell.startsWith("'")) return cell.slice(1)
  const text = cell.trim()
  const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|oca|şub|mart?|nis|may|haz|tem|ağu|eyl|eki|kas|ara)'
  const changed = [
    /^[=+@＝＋－＠]/,
    /^-./,
    /^(?:true|false|doğru|yanlış)$/i,
    /^\d+[-/.]\d+(?:[-/.]\d+)?$/,
    /^\d+:\d+(?::\d+)?(?: ?(?:am|pm))?$/i,
    /^\d+ ?(?:am|pm)$/i,
    /^\d+(?:[.,]\d+)?e[+-]?\d+$/i,
    /^%? ?\d+(?:[.,]\d+)? ?%$/,
    /^₺ ?\d+(?:[.,]\d+)?$/,
    /^\d+(?:[.,]\d+)? ?(?:₺|tl)$/i,
    /^\(\d+\)$/,
    /^0\d+$/,
    /^\d{12,}$/,
    /^\d+,\d+$/,
    new RegExp(`^\\d+[ /-]?${month}(?:[ /-]?\\d+)?$`, 'i'),
    new RegExp(`^${month}[ /-]?\\d+$`, 'i'),
  ].some(pattern => pattern.test(text))
  return changed ? `changed by the sheet (${decimal})` : text
}

describe('a cell of a CSV', () => {
  it('never begins a formula, whatever came and whatever the column holds', () => {
    fc.assert(
      fc.property(kinds, fc.array(anyText), fc.constantFrom(turkey, britain), (kind, texts, signs) => {
        for (const cell of cellsOf(kind, texts, signs))
          expect(/^[=+\-@\t\r\n＝＋－＠]/.test(cell ?? '') && !/^-\d+(?:[.,]\d+)?$/.test(cell ?? '')).toBe(false)
      }),
      { seed: seedOfRun() },
    )
  })

  it('gives a text back character for character behind the sign that keeps it text', () => {
    fc.assert(
      fc.property(fc.array(anyText), texts => {
        const read = cellsOf('text', texts)
        const kept = texts.map(withoutTurning)
        expect(read.map((cell, n) => (cell === kept[n] ? cell : cell?.slice(1)))).toEqual(kept)
      }),
      { seed: seedOfRun() },
    )
  })

  it.each([
    ...['=1+1', '+905320000000', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1'],
    ...['4021337758120094', '123456789012', '0012', '12E5', '1.5E3', '1,5e-3', '0x1F'],
    ...[
      '10-12',
      '1/3',
      '1 1/2',
      '5.6',
      '05.06.2026',
      '2026-06-05',
      '2026-06-05T12:30:00Z',
      '1.234,56',
      '1 234',
      '(12)',
    ],
    ...[
      'MAR 3',
      '3 mar',
      'Mar-26',
      'MART 3',
      '3 Mart 2026',
      'Şub-5',
      '12 ağustos',
      'March 3, 2026',
      'Sal 3 Kas',
      'Sept 5',
    ],
    ...['12:30', '12:30 PM', '3 am', '3a', 'ÖS 3:30', '5%', '%5', '₺5', '5 TL', '12,50 TRY', '$1.5', '€3'],
    ...['TRUE', 'false', 'True', 'DOĞRU', 'doğru', 'YANLIŞ', 'yanlış', '#N/A', '#DIV/0!', '#REF!', '#YOK', '#AD?'],
    ...[' Ali', 'Ali ', '\u00a0Ali', 'Ali\n', ' 12', '１２-３'],
  ])('is kept as text: %j', text => {
    expect([cellsOf('text', [text], turkey), cellsOf('text', [text], britain)]).toEqual([[`'${text}`], [`'${text}`]])
  })

  it.each([
    ...[
      '',
      'Ali',
      'Elif Yılmaz',
      'Keten Gömlek 2’li',
      'ORD-2024-001234',
      'A-12',
      'S-500',
      'TR-34',
      'SKU0012',
      'd4d10357bbf314b0',
    ],
    ...[
      '0',
      '7',
      '100245',
      'Mart',
      'Mayıs Çiçeği',
      'May',
      'truth',
      'Doğruluk',
      '2 adet',
      '10x15 cm',
      'No: 12 D: 4',
      '#100245',
    ],
    ...[
      'M',
      '38 numara',
      '1 Mayıs Mahallesi 5',
      'قميص 2',
      'A’dan Z’ye',
      'x=1',
      'ali@example.com',
      'iPhone 15 Pro',
      '3M bant',
    ],
  ])('is a word, and stays as it is: %j', text => {
    expect([cellsOf('text', [text], turkey), cellsOf('text', [text], britain)]).toEqual([[text], [text]])
  })

  it('is kept as text when it is a date in the language of the system alone', () => {
    expect(cellsOf('text', ['3 März'], signsOf('de-DE'))).toEqual(["'3 März"])
  })

  it('comes back as it was from a spreadsheet that reads what is typed', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText, sheetLike)), fc.constantFrom(turkey, britain), (texts, signs) => {
        const read = cellsOf('text', texts, signs).map(cell => typedInto(cell ?? '', signs.decimal))
        expect(read).toEqual(texts.map(withoutTurning))
      }),
      { seed: seedOfRun() },
    )
  })

  it('holds no sign that turns the cells after it', () => {
    expect(cellsOf('text', ['Ali\u202e', '\u2067قميص'])).toEqual(['Ali', 'قميص'])
  })

  it('holds an amount as the reader’s Excel reads numbers, and one it would round as text', () => {
    expect(cellsOf('decimal', ['1234.50', '-12.00', '1234567890123456.78', 'çok'], turkey)).toEqual([
      '1234,50',
      '-12,00',
      "'1234567890123456.78",
      'çok',
    ])
    expect(cellsOf('decimal', ['1234.50'], britain)).toEqual(['1234.50'])
  })

  it('holds a moment by this computer’s clock', () => {
    const at = new Date(2026, 10, 20, 9, 5, 7)
    expect(cellsOf('moment', [at.toISOString(), 'dün', ''])).toEqual(['2026-11-20 09:05:07', 'dün', ''])
  })

  it('stays in its row', () => {
    expect(csvFile(tableOf('text', ['a;b', 'a,b', 'say "x"', 'two\nlines', 'Işık']), turkey).join('')).toBe(
      '\ufeffBaşlık\r\n"a;b"\r\n"a,b"\r\n"say ""x"""\r\n"two\nlines"\r\nIşık\r\n',
    )
    const columns = [
      { title: 'a', kind: 'text' },
      { title: 'b', kind: 'count' },
    ] as const
    expect(tsvOf({ columns, rows: [['x\ty', '3']] }, britain)).toBe('a\tb\r\n"x\ty"\t3\r\n')
  })

  it('is separated and pointed as spreadsheets of the system’s region expect, whatever language the app speaks', () => {
    const signs = ['tr-TR', 'en-GB', 'de-DE', 'en-US', 'tr', 'ar-EG'].map(region => signsOf(region))
    expect(signs.map(({ separator, decimal }) => separator + decimal)).toEqual([';,', ',.', ';,', ',.', ';,', ',.'])
    expect(tsvOf(tableOf('decimal', ['12.05']), turkey)).toBe('Başlık\r\n12,05\r\n')
    expect(tsvOf(tableOf('decimal', ['12.05']), britain)).toBe('Başlık\r\n12.05\r\n')
  })

  it('is a day without a time where the shop sent a day', () => {
    expect(cellsOf('moment', ['2026-09-21', '2026-02-30', '05.06.2026'])).toEqual([
      '2026-09-21',
      "'2026-02-30",
      "'05.06.2026",
    ])
  })
})

describe('a cell of a workbook', () => {
  it('is text where a number would lose a digit, else a number or a date', async () => {
    const columns = (['text', 'decimal', 'moment', 'count'] as const).map(kind => ({ title: kind, kind }))
    const at = new Date(2026, 10, 20, 9, 30)
    const rows = [
      ['4021337758120094', '1234.50', at.toISOString(), '3'],
      ['=HYPERLINK("x")', '1234567890123456.78', 'dün', '12345678901234'],
      ['İpek ığüşöç <&>', '', '', ''],
    ]
    const [titles, first, second, third] = await readXlsx(await xlsxOf({ columns, rows }))
    expect(titles).toEqual(['text', 'decimal', 'moment', 'count'])
    // Excel counts days from the last of 1899.
    const serial = (Date.UTC(2026, 10, 20, 9, 30) - Date.UTC(1899, 11, 30)) / 86_400_000
    expect(first?.slice(0, 2)).toEqual(['4021337758120094', 1234.5])
    expect(first?.[2]).toBeCloseTo(serial, 8)
    expect(first?.[3]).toBe(3)
    expect(second).toEqual(['=HYPERLINK("x")', '1234567890123456.78', 'dün', '12345678901234'])
    expect(third).toEqual(['İpek ığüşöç <&>'])
  })

  it('is never a formula, and gives every amount back digit for digit', async () => {
    await fc.assert(
      fc.asyncProperty(kinds, fc.array(anyText, { maxLength: 8 }), async (kind, texts) => {
        const rows = await readXlsx(await xlsxOf(tableOf(kind, texts)))
        expect(rows.flat().filter(cell => typeof cell === 'object' && cell !== null)).toEqual([])
        if (kind !== 'decimal') return
        rows.slice(1).forEach(([cell], n) => {
          if (typeof cell === 'number') expect(cell).toBe(Number(texts[n]))
        })
      }),
      { numRuns: 30, seed: seedOfRun() },
    )
  })
})

describe('a file', () => {
  it('is named after what is in it and the day', () => {
    expect(fileName('old-orders', new Date(2026, 0, 5, 23, 59).getTime())).toBe('counterside-old-orders-2026-01-05')
  })
})

describe('the outbox as rows', () => {
  it('has a cell under every title, and nothing of where the money goes', () => {
    const payload = {
      ...entry('a', 'QUEUED').command.payload,
      iban: 'TR330006100519786457841326',
      holder_name: 'GIZLI',
    }
    const secret = entry('a', 'QUEUED', { command: { kind: 'cancellation-request', payload } })
    const table = outboxTable([secret, entry('b', 'CONFIRMED', { accountId: 'gone' })], [customer], noFigures, t)
    expect(table.rows.map(row => row.length)).toEqual([table.columns.length, table.columns.length])
    expect(JSON.stringify(table)).not.toMatch(/TR33|GIZLI/)
  })
})
