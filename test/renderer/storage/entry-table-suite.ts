import { describe, expect, it } from 'vitest'
import type { EntryTable } from '../../../src-renderer/storage/entry-table.ts'
import { draftOf, entryOf } from '../outbox/fakes/rows.ts'

/** One place to keep entries, and the tables over it that one process after another opens. */
export interface TablePlace {
  readonly open: () => Promise<EntryTable>
  /** Makes a stored row one that nobody can read. */
  readonly spoil: (id: string) => Promise<void>
}

const idsIn = async (table: EntryTable) => (await table.read()).entries.map(one => one.id)

/** What the outbox relies on, of every table. */
export const tableSuite = (name: string, place: () => TablePlace): void => {
  describe(name, () => {
    const setup = async () => {
      const at = place()
      return { ...at, table: await at.open() }
    }

    it('gives back what it was given, in the order of seq, after a reopening', async () => {
      const { table, open } = await setup()
      const second = entryOf({ seq: 2 }, draftOf('e2', '501', { description: 'lütfen' }))
      expect(await table.add(second)).toBe(true)
      expect(await table.add(entryOf())).toBe(true)
      table.close()
      const again = await open()
      expect((await again.read()).entries).toEqual([entryOf(), second])
      expect(await again.readOne('e2')).toEqual(second)
      expect(await again.readOne('nobody')).toBeNull()
    })

    it('opens again after it was closed', async () => {
      const { table } = await setup()
      await table.add(entryOf())
      table.close()
      expect(await table.open()).toEqual({ lost: false })
      await table.touch(5)
      expect(await idsIn(table)).toEqual(['e1'])
    })

    it('keeps a copy: what a caller does to an entry afterwards changes nothing', async () => {
      const { table } = await setup()
      const entry = entryOf()
      await table.add(entry)
      Object.assign(entry, { state: 'DROPPED' })
      const read = await table.readOne('e1')
      Object.assign(read ?? {}, { state: 'DROPPED' })
      expect((await table.readOne('e1'))?.state).toBe('QUEUED')
    })

    it('takes an id and a seq once', async () => {
      const { table } = await setup()
      expect(await table.add(entryOf())).toBe(true)
      expect(await table.add(entryOf({ seq: 9 }))).toBe(false)
      expect(await table.add(entryOf({}, draftOf('e2')))).toBe(false)
      expect(await idsIn(table)).toEqual(['e1'])
    })

    it('adds many in one go, leaves what is there, and adds none beside a seq that is taken', async () => {
      const { table } = await setup()
      const entries = [1, 2, 3].map(seq => entryOf({ seq }, draftOf(`e${seq}`)))
      const [first, second, third] = entries
      if (!first || !second || !third) throw new Error('no entries')
      const sent = { ...second, version: 4, state: 'UNKNOWN' as const }
      await table.add(sent)
      expect(await table.addAll(entries)).toEqual([first, sent, third])
      expect((await table.read()).entries).toEqual([first, sent, third])
      const late = [entryOf({ seq: 9 }, draftOf('e9')), entryOf({ seq: 3 }, draftOf('e10'))]
      await expect(table.addAll(late)).rejects.toThrow()
      expect(await idsIn(table)).toEqual(['e1', 'e2', 'e3'])
    })

    it('changes a row only for the one who knows its version, and never its place', async () => {
      const { table } = await setup()
      await table.add(entryOf({ seq: 3 }))
      const changed = (state: 'QUEUED' | 'DROPPED') => table.swap(entryOf(), entryOf({ seq: 7, version: 2, state }))
      const won = await Promise.all([changed('QUEUED'), changed('DROPPED')])
      expect(won.filter(Boolean)).toHaveLength(1)
      expect(await table.swap(entryOf({ version: 7 }), entryOf({ version: 8 }))).toBe(false)
      expect(await table.swap(entryOf({ id: 'nobody' }), entryOf({ version: 8 }))).toBe(false)
      expect(await table.readOne('e1')).toMatchObject({ seq: 3, version: 2 })
    })

    it('removes what it is told to, and nothing else', async () => {
      const { table } = await setup()
      await table.addAll([1, 2, 3].map(seq => entryOf({ seq }, draftOf(`e${seq}`))))
      await table.remove(['e1', 'e3', 'nobody'])
      expect(await idsIn(table)).toEqual(['e2'])
    })

    it('remembers pauses', async () => {
      const { table, open } = await setup()
      expect((await table.read()).paused).toEqual([])
      await table.savePaused(['a', 'b'])
      table.close()
      expect((await (await open()).read()).paused).toEqual(['a', 'b'])
    })

    it('keeps and counts a row that nobody can read, and gives it out still sealed', async () => {
      const { table, spoil } = await setup()
      await table.addAll([1, 2].map(seq => entryOf({ seq }, draftOf(`e${seq}`))))
      await spoil('e2')
      const { accountId, createdAt } = entryOf()
      const { entries, unreadable } = await table.read()
      expect(entries.map(one => one.id)).toEqual(['e1'])
      expect(unreadable).toEqual([{ seq: 2, id: 'e2', accountId, createdAt }])
      expect(await table.readOne('e2')).toBeNull()
      const [row, ...others] = await table.readRows(['e2'])
      expect(others).toEqual([])
      expect(row).toMatchObject({ seq: 2, id: 'e2', state: 'QUEUED', version: 1 })
      expect(row?.sealed).toBeInstanceOf(Uint8Array)
    })

    it('lets nothing in the place of a row that nobody can read', async () => {
      const { table, spoil } = await setup()
      await table.addAll([1, 2].map(seq => entryOf({ seq }, draftOf(`e${seq}`))))
      await spoil('e2')
      expect(await table.add(entryOf({ seq: 9 }, draftOf('e2')))).toBe(false)
      expect(await table.add(entryOf({ seq: 2 }, draftOf('e9')))).toBe(false)
      await expect(table.addAll([entryOf({ seq: 2 }, draftOf('e9'))])).rejects.toThrow()
      const both = [entryOf({ seq: 8 }, draftOf('e8')), entryOf({ seq: 9 }, draftOf('e2'))]
      await expect(table.addAll(both)).rejects.toThrow()
      expect(await idsIn(table)).toEqual(['e1'])
    })
  })
}
