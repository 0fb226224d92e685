import { z } from 'zod'

const layouts = ['cards', 'table'] as const
type Layout = (typeof layouts)[number]

/** How a list is drawn. `columns` are keys in their order; empty means the default columns. */
export interface ListLook {
  readonly layout: Layout
  readonly columns: readonly string[]
}

export const lookSchema: z.ZodType<ListLook> = z.object({
  layout: z.enum(layouts).catch('cards'),
  columns: z.array(z.string().max(40)).max(60).catch([]),
})

export const plainLook: ListLook = { layout: 'cards', columns: [] }

export const isSameLook = (one: ListLook, other: ListLook): boolean =>
  one.layout === other.layout && one.columns.join() === other.columns.join()

/** The looks of all lists, by screen. */
type ListLooks = Readonly<Record<string, ListLook>>
export const noLooks: ListLooks = {}
export const looksSchema: z.ZodType<ListLooks> = z.record(z.string().max(40), lookSchema)
