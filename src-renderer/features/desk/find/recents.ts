import { z } from 'zod'
import { recordKindNames } from '../../../model/record-kinds.ts'
import type { RecordRef } from '../../common/navigation/use-open-record.ts'

/** The records opened last, the latest first, without repeats. */
export type Recents = readonly RecordRef[]

export const recentsSchema: z.ZodType<Recents> = z
  .array(z.object({ accountId: z.string(), screen: z.enum(recordKindNames), id: z.string() }))
  .max(100)

export const noRecents: Recents = []

const KEPT = 20

const isSame = (a: RecordRef, b: RecordRef): boolean =>
  a.accountId === b.accountId && a.screen === b.screen && a.id === b.id

export const withRecent = (recents: Recents, opened: RecordRef): Recents =>
  [opened, ...recents.filter(each => !isSame(each, opened))].slice(0, KEPT)

/** How often a command was run from the box, by its id. */
export type Uses = Readonly<Record<string, number>>

export const usesSchema: z.ZodType<Uses> = z.record(z.string().max(200), z.number().int().min(0))

export const noUses: Uses = {}

export const withUse = (uses: Uses, id: string): Uses => ({ ...uses, [id]: (uses[id] ?? 0) + 1 })
