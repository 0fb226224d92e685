import { describe, expect, it } from 'vitest'
import { inTime, NoAnswer } from '../../../src-main/base/in-time.ts'
import { hasRoom } from '../../../src-main/desktop/data-folder.ts'
import { pdfOf, printPage } from '../../../src-main/desktop/print-page.ts'

const never = () => new Promise<never>(() => undefined)
const page = { widthMicrons: 210_000, heightMicrons: 297_000 }
const soon = { printersMs: 1, pdfMs: 1 }

/** A window's contents as far as printing asks them. */
const contents = (more: object = {}) => ({
  getPrintersAsync: async () => [{ name: 'p', displayName: 'p', description: '', options: {} }],
  print: (_options: unknown, done?: (success: boolean, reason: string) => void) => done?.(true, ''),
  printToPDF: async () => Buffer.from('pdf'),
  ...more,
})

describe('a part of the system that is asked', () => {
  it('is named when it does not answer in time', async () => {
    await expect(inTime('printers', 1, never())).rejects.toEqual(new NoAnswer('printers'))
  })

  it('is believed when it answers, or refuses, in time', async () => {
    expect(await inTime('printers', 60_000, Promise.resolve(7))).toBe(7)
    const refused = new Error('refused')
    await expect(inTime('printers', 60_000, Promise.reject(refused))).rejects.toBe(refused)
  })

  it('is not heard when it refuses too late', async () => {
    let refuse: (why: Error) => void = () => undefined
    const late = new Promise<never>((_resolve, reject) => {
      refuse = reject
    })
    await expect(inTime('printers', 1, late)).rejects.toBeInstanceOf(NoAnswer)
    // Vitest fails a run in which a rejection is heard by nobody.
    refuse(new Error('too late'))
  })
})

describe('printing', () => {
  it('says that the printers do not answer, and asks the printer nothing', async () => {
    const asked: string[] = []
    const print = () => asked.push('print')
    expect(await printPage(contents({ getPrintersAsync: never, print }), page, soon)).toBe('no-answer')
    expect(asked).toEqual([])
  })

  it('fails where the list of printers is refused', async () => {
    const getPrintersAsync = async () => {
      throw new Error('no print service')
    }
    expect(await printPage(contents({ getPrintersAsync }), page)).toBe('failed')
  })

  it('has no limit once the dialog is there', async () => {
    let answer: (success: boolean, reason: string) => void = () => undefined
    const print = (_options: unknown, done: typeof answer) => {
      answer = done
    }
    const printed = printPage(contents({ print }), page, { printersMs: 60_000, pdfMs: 1 })
    const first = await Promise.race([printed, new Promise(resolve => setImmediate(resolve, 'still open'))])
    expect(first).toBe('still open')
    answer(false, 'Print job canceled')
    expect(await printed).toBe('cancelled')
  })

  it('gives up on a PDF that is never made', async () => {
    await expect(pdfOf(contents({ printToPDF: never }), page, soon)).rejects.toEqual(new NoAnswer('pdf'))
  })
})

describe('a disk that is asked for its room', () => {
  it('has none while it does not answer, and is asked once at a time', async () => {
    let asked = 0
    const statfs = () => {
      asked += 1
      return never()
    }
    const both = ['/gone', '/gone'].map(folder => hasRoom(folder, { statfs, answerMs: 1 }))
    expect(await Promise.all(both)).toEqual([false, false])
    expect(asked).toBe(1)
  })
})
