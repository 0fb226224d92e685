import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { csvFile, signsOf } from '../../../../../src-renderer/features/common/export/csv.ts'
import { xlsxOf } from '../../../../../src-renderer/features/common/export/xlsx.ts'
import { orderCells, readNumbers } from '../../../../../src-renderer/features/request/several/order-numbers.ts'
import { readSheet } from '../../../../../src-renderer/features/request/several/read-sheet.ts'
import { seedOfRun } from '../../../../seed.ts'

const fileOf = (bytes: Uint8Array | string): File =>
  new File([typeof bytes === 'string' ? bytes : bytes.slice()], 'list')

const numbersIn = async (bytes: Uint8Array | string) => {
  const read = await readSheet(fileOf(bytes))
  return read.ok ? readNumbers(orderCells(read.rows).join('\n')) : read.problem
}

const list = {
  columns: [
    { title: 'Müşteri', kind: 'text' },
    { title: 'Sipariş', kind: 'text' },
    { title: 'Tutar', kind: 'decimal' },
  ],
  rows: [
    ['Elif', '0012', '10.50'],
    ['Can "C"', '2745403029312174', '1999.00'],
    ['Ömer;\nAli', 'A-7', ''],
  ],
} as const

/** A workbook as Excel writes it, with these cells in its one column. */
const workbook = (cells: string, more: Record<string, string> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/workbook.xml':
          '<workbook xmlns:r="r"><sheets><sheet name="Second" sheetId="2" r:id="rId7"/><sheet name="x" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId7" Target="worksheets/sheet2.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>',
        'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${cells}</sheetData></worksheet>`,
        'xl/sharedStrings.xml':
          '<sst><si><t>Order number</t></si><si><r><t>00</t></r><r><t xml:space="preserve">12</t></r><rPh><t>no</t></rPh></si><si><t>A&amp;7&#x2F;1</t></si></sst>',
        ...more,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  )

describe('a file of order numbers', () => {
  it('is our own export, as a workbook and as a CSV of any region', async () => {
    const wanted = { numbers: ['0012', '2745403029312174', 'A-7'], ruined: [], words: [] }
    expect(await numbersIn(await xlsxOf(list))).toMatchObject(wanted)
    for (const region of ['tr-TR', 'en-GB'])
      expect(await numbersIn(csvFile(list, signsOf(region)).join(''))).toMatchObject(wanted)
  })

  it('is the first sheet of a workbook, with shared and own texts, numbers and empty cells', async () => {
    const rows = [
      '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
      '<row r="2"><c r="A2" t="s"><v>1</v></c></row>',
      '<row r="3"><c r="A3" t="s"><v>2</v></c></row>',
      '<row r="4"><c r="A4"/></row><row r="5"/>',
      '<row r="6"><c r="A6" t="inlineStr"><is><t>B-9</t></is></c></row>',
      '<row r="7"><c r="A7"><v>4021337</v></c></row>',
      '<row r="8"><c r="A8"><f>1+1</f><v>4.021337E6</v></c></row>',
    ].join('')
    expect(await numbersIn(workbook(rows))).toMatchObject({ numbers: ['0012', 'A&7/1', 'B-9', '4021337'], words: [] })
    const prefixed = rows.replaceAll(/<(\/?)(row|c|v|is|t|f)\b/g, '<$1x:$2')
    expect(await numbersIn(workbook(prefixed))).toMatchObject({ numbers: ['0012', 'A&7/1', 'B-9', '4021337'] })
  })

  it('names numbers that a workbook has cut short', async () => {
    const rows = ['2745403029312170', '2.7454030293121701E+15', '999999999999999']
      .map((value, at) => `<row><c r="A${at + 1}"><v>${value}</v></c></row>`)
      .join('')
    expect(await numbersIn(workbook(rows))).toMatchObject({
      numbers: ['999999999999999'],
      ruined: ['2.74540302931217E+15'],
    })
  })

  it('is a CSV of UTF-16, of Windows in Turkey, with a named separator, or of one bare column', async () => {
    const text = 'Müşteri\tSipariş no\r\nŞule\t0012\r\n'
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...[...text].flatMap(sign => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
    ])
    expect(await numbersIn(wide)).toMatchObject({ numbers: ['0012'], words: [] })
    // "Sipariş;x" in windows-1254.
    const windows = new Uint8Array([
      0x53, 0x69, 0x70, 0x61, 0x72, 0x69, 0xfe, 0x3b, 0x78, 0x0d, 0x0a, 0x30, 0x37, 0x3b, 0x38,
    ])
    expect(await numbersIn(windows)).toMatchObject({ numbers: ['07'], words: [] })
    expect(await numbersIn('sep=|\na|order\n5|"0|6"\n')).toMatchObject({ numbers: ['0|6'] })
    expect(await numbersIn('0012\n0034\n')).toMatchObject({ numbers: ['0012', '0034'] })
    expect(await numbersIn('Elif Yılmaz;0012;x\nCan;0034;y')).toMatchObject({ numbers: ['0012', '0034'] })
  })

  it.each([
    ['', 'empty'],
    [' \n;;\n', 'empty'],
    [new Uint8Array(10 * 1024 * 1024 + 1), 'too-big'],
    [new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]), 'unknown'],
    [new Uint8Array([1, 2, 0, 3]), 'unknown'],
    [zipSync({ 'content.xml': strToU8('<x/>') }), 'unknown'],
    [workbook('<row><c r="A1"><v>1</v></c></row>').slice(0, 300), 'damaged'],
    [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old-workbook'],
    [
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...[...'xEncryptedPackage'].flatMap(sign => [sign.charCodeAt(0), 0])]),
      'protected',
    ],
    [zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(33 * 1024 * 1024) }), 'too-big'],
  ])('says why nothing can be taken from it: %#', async (bytes, problem) => {
    expect(await numbersIn(bytes)).toBe(problem)
  })

  it('never throws, whatever the bytes', async () => {
    const whole = await xlsxOf(list)
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, byte]) => whole.with(at, byte)),
          fc.string({ unit: 'binary' }).map(cells => workbook(cells)),
        ),
        async bytes => {
          const read = await readSheet(fileOf(bytes))
          if (read.ok) readNumbers(orderCells(read.rows).join('\n'))
        },
      ),
      { seed: seedOfRun(), numRuns: 60 },
    )
  })
})
