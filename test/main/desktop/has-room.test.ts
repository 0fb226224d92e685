import { statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasRoom } from '../../../src-main/desktop/data-folder.ts'

describe('room on the disk', () => {
  it('is there from 32 MiB on that this user may take', async () => {
    const { bavail, bsize } = await statfs(tmpdir())
    expect(await hasRoom(tmpdir())).toBe(bavail * bsize >= 32 * 1024 * 1024)
  })

  it('is there where nobody can say', async () => {
    expect(await hasRoom(join(tmpdir(), 'no-such-folder-anywhere'))).toBe(true)
  })
})
