import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { SaveDialogOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { NoAnswer } from '../../../src-main/base/in-time.ts'
import { calls } from '../../../src-main/contract/calls.ts'
import { failed, failure, ok } from '../../../src-main/contract/failures.ts'
import { type AskWhere, askWhere, Exports, saveFile } from '../../../src-main/desktop/save-file.ts'
import { wordsIn } from '../../../src-main/desktop/words.ts'
import { refusing } from '../../fakes/refusing-calls.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'

/** Saves with an answer to "where to", and a note of what is unfinished in a folder of its own. */
const saving = async (ask: AskWhere, exports?: Exports) => ({
  askWhere: ask,
  exports: exports ?? new Exports(join(await temporaryFolder(), 'unfinished-files.json')),
})
const at =
  (path: string): AskWhere =>
  () =>
    Promise.resolve(path)

const file = { name: 'activity.csv', text: '\ufeffŞıkça;"ğ"\r\n' }

describe('a file that is saved', () => {
  it('lies where the person said, byte for byte, over what was there before', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'mine.csv')
    await writeFile(path, 'what was there before, and longer than the new text')
    const asked: string[] = []
    const reply = await saveFile(
      file.name,
      () => file.text,
      await saving(async name => {
        asked.push(name)
        return path
      }),
    )
    expect(reply).toEqual(ok({ saved: true }))
    expect(asked).toEqual(['activity.csv'])
    expect(await readFile(path, 'utf8')).toBe(file.text)
    expect(await readdir(folder)).toEqual(['mine.csv'])
  })

  it('may be bytes, which are not made before there is a place for them', async () => {
    const path = join(await temporaryFolder(), 'list.xlsx')
    const bytes = Uint8Array.of(0, 255, 10, 13, 0)
    const order: string[] = []
    const make = async () => {
      order.push('made')
      return bytes
    }
    const ask = async () => {
      order.push('asked')
      return path
    }
    const reply = await saveFile('list.xlsx', make, await saving(ask))
    expect(reply).toEqual(ok({ saved: true }))
    expect(order).toEqual(['asked', 'made'])
    expect(new Uint8Array(await readFile(path))).toEqual(bytes)
  })

  it('is not written when the person thinks better of it', async () => {
    expect(await saveFile(file.name, () => file.text, await saving(async () => null))).toEqual(ok({ saved: false }))
  })

  it('says why it could not be written', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'taken')
    await mkdir(path)
    const reply = await saveFile(file.name, () => file.text, await saving(at(path)))
    expect(reply).toEqual(failed(failure('storage', { code: 'EISDIR' })))
    expect(await readdir(folder)).toEqual(['taken'])
  })

  it('is not told as a fault of the disk when what makes it does not answer', async () => {
    const path = join(await temporaryFolder(), 'slip.pdf')
    const make = () => Promise.reject(new NoAnswer('pdf'))
    expect(await saveFile('slip.pdf', make, await saving(at(path)))).toEqual(
      failed(failure('no-answer', { code: 'pdf' })),
    )
  })

  it.each(['../passwd', 'a/b.csv', 'a\\b.csv', '', 'a\0.csv', 'x'.repeat(121)])(
    'never has a path for a name: %j',
    name => {
      expect(calls['app.saveFile'].input.safeParse({ name, data: '' }).success).toBe(false)
    },
  )
})

const refusals = ['EBUSY', 'EPERM', 'EACCES', 'EROFS', 'ENOSPC', 'EDQUOT', 'EIO', 'EMFILE'] as const

describe('a file that is open elsewhere, or refused for another reason', () => {
  it.each(refusals)('stays as it was with no rows of customers beside it, and the code is said: %s', async code => {
    const folder = await temporaryFolder()
    const path = join(folder, 'mine.csv')
    await writeFile(path, 'before')
    const note = join(await temporaryFolder(), 'unfinished-files.json')
    // The note has calls of its own: only the file is refused.
    const exports = new Exports(note, refusing('rename', code, 99).calls)
    const reply = await saveFile(file.name, () => file.text, await saving(at(path), exports))
    expect(reply).toEqual(failed(failure('storage', { code })))
    expect(await readdir(folder)).toEqual(['mine.csv'])
    expect(await readFile(path, 'utf8')).toBe('before')
    expect(await readdir(join(note, '..'))).toEqual([])
  })

  it('may have the longest name that a disk takes', async () => {
    const folder = await temporaryFolder()
    const longest = `${'a'.repeat(251)}.csv`
    const save = async (name: string) => saveFile(file.name, () => file.text, await saving(at(join(folder, name))))
    expect(await save(longest)).toEqual(ok({ saved: true }))
    expect(await save(`a${longest}`)).toEqual(failed(failure('storage', { code: 'ENAMETOOLONG' })))
    expect(await readdir(folder)).toEqual([longest])
  })

  it('is not saved into a folder that is gone, which is not made again', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'stick', 'mine.csv')
    const reply = await saveFile(file.name, () => file.text, await saving(at(path)))
    expect(reply).toEqual(failed(failure('storage', { code: 'ENOENT' })))
    expect(await readdir(folder)).toEqual([])
  })
})

describe('a file whose writing was killed', () => {
  it('is removed at the next start, and nothing that has not a name of ours', async () => {
    const [folder, own] = [await temporaryFolder(), await temporaryFolder()]
    const note = join(own, 'unfinished-files.json')
    const left = join(folder, '.counterside-0123456789ab.tmp')
    const other = join(folder, 'accounts.txt')
    for (const path of [left, other]) await writeFile(path, 'Ayşe')
    await writeFile(note, JSON.stringify([left, other, join(folder, 'gone.tmp')]))
    await new Exports(note).sweep()
    expect(await readdir(folder)).toEqual(['accounts.txt'])
  })

  it('has a note while it is written', async () => {
    const [folder, own] = [await temporaryFolder(), await temporaryFolder()]
    const note = join(own, 'unfinished-files.json')
    const { calls } = refusing('rename', 'EIO', 0)
    const noted: unknown[] = []
    const exports = new Exports(note, {
      ...calls,
      rename: async (from, to) => {
        noted.push([JSON.parse(await readFile(note, 'utf8')), await readdir(folder)])
        await calls.rename(from, to)
      },
    })
    await exports.write(join(folder, 'mine.csv'), 'rows')
    const [[paths, names]] = noted as [[string[], string[]]]
    expect(paths.map(path => basename(path))).toEqual(names)
    expect(await readdir(own)).toEqual([])
    expect(await readdir(folder)).toEqual(['mine.csv'])
  })

  it('that a note could not be written for is saved all the same', async () => {
    const [folder, own] = [await temporaryFolder(), await temporaryFolder()]
    await writeFile(join(own, 'file'), '')
    const exports = new Exports(join(own, 'file', 'unfinished-files.json'))
    await exports.write(join(folder, 'mine.csv'), 'rows')
    expect(await readdir(folder)).toEqual(['mine.csv'])
  })
})

describe('the question where to save', () => {
  /** Chooses these paths one after the other, and answers whether a file may be replaced. */
  function asking(choices: readonly string[], replace: readonly boolean[] = []) {
    const shown: SaveDialogOptions[] = []
    const questions: string[] = []
    const ask = askWhere({
      say: () => wordsIn('en'),
      show: async options => {
        const filePath = choices[shown.length] ?? ''
        shown.push(options)
        return { canceled: filePath === '', filePath }
      },
      mayReplace: async name => {
        questions.push(name)
        return replace[questions.length - 1] ?? false
      },
    })
    return { ask, shown, questions }
  }

  it.each([
    ['list.xlsx', 'rapor', 'rapor.xlsx'],
    ['list.xlsx', 'rapor.xlsx', 'rapor.xlsx'],
    ['list.xlsx', 'RAPOR.XLSX', 'RAPOR.XLSX'],
    ['list.xlsx', 'rapor.csv', 'rapor.csv.xlsx'],
    ['list.csv', 'rapor.v2', 'rapor.v2.csv'],
    ['slip.pdf', 'fiş', 'fiş.pdf'],
    ['unreadable.json', 'satırlar', 'satırlar.json'],
  ])('gives %s the ending that a person left out: %s', async (name, typed, wanted) => {
    const folder = await temporaryFolder()
    const { ask, shown, questions } = asking([join(folder, typed)])
    expect(await ask(name)).toBe(join(folder, wanted))
    const ending = name.slice(name.lastIndexOf('.') + 1)
    expect(shown).toMatchObject([{ defaultPath: name, filters: [{ extensions: [ending] }] }])
    expect(shown[0]?.properties).toContain('showOverwriteConfirmation')
    expect(questions).toEqual([])
  })

  it('asks before it replaces a file whose name the system never saw', async () => {
    const folder = await temporaryFolder()
    const typed = join(folder, 'rapor')
    await writeFile(`${typed}.xlsx`, 'of yesterday')
    const agreed = asking([typed], [true])
    expect(await agreed.ask('list.xlsx')).toBe(`${typed}.xlsx`)
    expect(agreed.questions).toEqual(['rapor.xlsx'])

    const another = asking([typed, join(folder, 'yeni')], [false])
    expect(await another.ask('list.xlsx')).toBe(join(folder, 'yeni.xlsx'))
    expect(another.shown.map(({ defaultPath }) => defaultPath)).toEqual(['list.xlsx', `${typed}.xlsx`])

    const neither = asking([typed, ''], [false])
    expect(await neither.ask('list.xlsx')).toBeNull()
  })

  it('leaves it to the system where the name is as it was typed', async () => {
    const path = join(await temporaryFolder(), 'rapor.xlsx')
    await writeFile(path, 'of yesterday')
    const { ask, questions } = asking([path])
    expect(await ask('list.xlsx')).toBe(path)
    expect(questions).toEqual([])
  })
})
