import { z } from 'zod'

const layouts = ['cards', 'table'] as const
type Layout = (typeof layouts)[number]

/** How a list is shown. `columns`: keys in their order; none means as delivered. */
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

/** Each list's look, by its screen. */
export const looksSchema: z.ZodType<Readonly<Record<string, ListLook>>> = z.record(z.string().max(40), lookSchema)
