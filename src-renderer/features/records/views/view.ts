import { z } from 'zod'
import { limits } from '../../../../src-main/contract/limits.ts'
import { facetKeys, type ListFilter, noFilter, ranges, sorts } from '../filters/filters.ts'
import { type ListLook, lookSchema } from '../filters/look.ts'

/** A named way to look at one list. */
export interface View {
  readonly id: string
  readonly name: string
  readonly filter: ListFilter
  /** How the list is drawn; null keeps it as it is. */
  readonly look: ListLook | null
  /** Comes with the app: it can be moved and unpinned, and never changed. */
  readonly isPreset: boolean
  /** Shown above the list; the others are in the menu alone. */
  readonly pinned: boolean
}

/** A view that a person saved. */
export interface OwnView {
  readonly id: string
  readonly name: string
  readonly filter: ListFilter
  readonly look: ListLook | null
}

/** What is kept of one list's views. */
export interface KeptViews {
  readonly own: readonly OwnView[]
  /** Ids in their order; those that it does not name follow in the app's order. */
  readonly order: readonly string[]
  /** Ids of the views that are not shown above the list. */
  readonly unpinned: readonly string[]
}

const text = z.string().catch('')
const knownFacets: ReadonlySet<string> = new Set(facetKeys)

/**
 * A stored view may name a status, sort or facet that this version or shop lacks. That part is dropped, the view stays.
 */
const filterSchema = z
  .object({
    text,
    status: text,
    range: z.enum(ranges).catch(noFilter.range),
    fromDay: text,
    toDay: text,
    sort: z.enum(sorts).catch(noFilter.sort),
    facets: z
      .record(z.string(), z.string())
      .transform(facets => Object.fromEntries(Object.entries(facets).filter(([key]) => knownFacets.has(key))))
      .catch({}),
  })
  .catch(noFilter)

const ownSchema: z.ZodType<OwnView> = z.object({
  id: z.string().min(1).max(80),
  name: z.string().min(1).max(limits.viewName),
  filter: filterSchema,
  look: lookSchema.nullable().catch(null),
})

const readable = (rows: readonly unknown[]): readonly OwnView[] =>
  rows.flatMap(row => {
    const read = ownSchema.safeParse(row)
    return read.success ? [read.data] : []
  })

const keptSchema: z.ZodType<KeptViews> = z.object({
  own: z.array(z.unknown()).catch([]).transform(readable),
  order: z.array(z.string()).catch([]),
  unpinned: z.array(z.string()).catch([]),
})

/** The views of all lists, by screen. */
export type AllViews = Readonly<Record<string, KeptViews>>
export const allViewsSchema: z.ZodType<AllViews> = z.record(z.string().max(40), keptSchema)

export const noViews: KeptViews = { own: [], order: [], unpinned: [] }
