import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { calls } from '../../../src-main/contract/calls.ts'
import { failed, failure, ok } from '../../../src-main/contract/failures.ts'
import { saveFile } from '../../../src-main/desktop/save-file.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'

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
      async name => {
        asked.push(name)
        return path
      },
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
    const reply = await saveFile('list.xlsx', make, async () => {
      order.push('asked')
      return path
    })
    expect(reply).toEqual(ok({ saved: true }))
    expect(order).toEqual(['asked', 'made'])
    expect(new Uint8Array(await readFile(path))).toEqual(bytes)
  })

  it('is not written when the person thinks better of it', async () => {
    expect(
      await saveFile(
        file.name,
        () => file.text,
        async () => null,
      ),
    ).toEqual(ok({ saved: false }))
  })

  it('says why it could not be written', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'taken')
    await mkdir(path)
    const reply = await saveFile(
      file.name,
      () => file.text,
      async () => path,
    )
    expect(reply).toEqual(failed(failure('storage', { code: 'EISDIR' })))
  })

  it.each(['../passwd', 'a/b.csv', 'a\\b.csv', '', 'a\0.csv', 'x'.repeat(121)])(
    'never has a path for a name: %j',
    name => {
      expect(calls['app.saveFile'].input.safeParse({ name, data: '' }).success).toBe(false)
    },
  )
})
