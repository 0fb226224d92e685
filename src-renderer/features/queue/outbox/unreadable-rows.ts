import { z } from 'zod'

const rowSchema = z.object({ id: z.string(), accountId: z.string(), createdAt: z.number(), state: z.string() })

/** What can be told of a row that nobody can read: it lies outside the seal. */
export type UnreadableRow = z.infer<typeof rowSchema>

/** The rows in the text of `exportUnreadable`, newest first; none when it is not such a text. */
export const unreadableRows = (exported: string): readonly UnreadableRow[] => {
  try {
    const parsed = z.array(rowSchema).safeParse(JSON.parse(exported))
    return parsed.success ? [...parsed.data].sort((a, b) => b.createdAt - a.createdAt) : []
  } catch {
    return []
  }
}
