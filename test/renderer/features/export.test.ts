import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvFile, separatorOf, tsvOf } from '../../../src-renderer/features/export/csv.ts'
import { fileName } from '../../../src-renderer/features/export/file-name.ts'
import { outboxTable } from '../../../src-renderer/features/export/outbox-table.ts'
import type { Table } from '../../../src-renderer/features/export/table.ts'
import { xlsxOf } from '../../../src-renderer/features/export/xlsx.ts'
import type { CellKind } from '../../../src-renderer/features/lists/shown-list.ts'
import { setupI18n } from '../../../src-renderer/i18n/setup.ts'
import { readCsv } from '../../fakes/read-csv.ts'
import { readXlsx } from '../../fakes/read-xlsx.ts'
import { seedOfRun } from '../../seed.ts'
import { customer, entry } from './fake-rows.ts'

const { t } = await setupI18n('en')

const tableOf = (kind: CellKind, texts: readonly string[]): Table => ({
  columns: [{ title: 'Başlık', kind }],
  rows: texts.map(text => [text]),
})
const cellsOf = (kind: CellKind, texts: readonly string[], separator: ',' | ';' = ';') =>
  readCsv(csvFile(tableOf(kind, texts), separator).join(''), separator)
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

describe('a cell of a CSV', () => {
  it('never begins a formula, whatever came and whatever the column holds', () => {
    fc.assert(
      fc.property(kinds, fc.array(anyText), fc.constantFrom<',' | ';'>(',', ';'), (kind, texts, separator) => {
        for (const cell of cellsOf(kind, texts, separator))
          expect(/^[=+\-@\t\r\n＝＋－＠]/.test(cell ?? '') && !/^-\d+(?:[.,]\d+)?$/.test(cell ?? '')).toBe(false)
      }),
      { seed: seedOfRun() },
    )
  })

  it('gives a text back character for character behind the sign that keeps it text', () => {
    fc.assert(
      fc.property(fc.array(anyText), texts => {
        const read = cellsOf('text', texts)
        expect(read.map((cell, n) => (cell === texts[n] ? cell : cell?.slice(1)))).toEqual(texts)
      }),
      { seed: seedOfRun() },
    )
  })

  it.each(['=1+1', '+905320000000', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '4021337758120094', '0012', '12E5'])(
    'is kept as text: %j',
    text => {
      expect(cellsOf('text', [text])).toEqual([`'${text}`])
    },
  )

  it('holds an amount as the reader’s Excel reads numbers, and one it would round as text', () => {
    expect(cellsOf('decimal', ['1234.50', '-12.00', '1234567890123456.78', 'çok'], ';')).toEqual([
      '1234,50',
      '-12,00',
      '1234567890123456.78',
      'çok',
    ])
    expect(cellsOf('decimal', ['1234.50'], ',')).toEqual(['1234.50'])
  })

  it('holds a moment by this computer’s clock', () => {
    const at = new Date(2026, 10, 20, 9, 5, 7)
    expect(cellsOf('moment', [at.toISOString(), 'dün', ''])).toEqual(['2026-11-20 09:05:07', 'dün', ''])
  })

  it('stays in its row', () => {
    expect(csvFile(tableOf('text', ['a;b', 'a,b', 'say "x"', 'two\nlines', 'Işık']), ';').join('')).toBe(
      '\ufeffBaşlık\r\n"a;b"\r\n"a,b"\r\n"say ""x"""\r\n"two\nlines"\r\nIşık\r\n',
    )
    expect(
      tsvOf({
        columns: [
          { title: 'a', kind: 'text' },
          { title: 'b', kind: 'count' },
        ],
        rows: [['x\ty', '3']],
      }),
    ).toBe('a\tb\r\n"x\ty"\t3\r\n')
  })

  it('is separated as the reader’s Excel expects', () => {
    expect([separatorOf('tr-TR'), separatorOf('en-GB')]).toEqual([';', ','])
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
    const table = outboxTable([secret, entry('b', 'CONFIRMED', { accountId: 'gone' })], [customer], t)
    expect(table.rows.map(row => row.length)).toEqual([table.columns.length, table.columns.length])
    expect(JSON.stringify(table)).not.toMatch(/TR33|GIZLI/)
  })
})
