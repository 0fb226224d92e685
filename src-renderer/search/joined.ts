import type { SummaryBase } from '../model/summaries.ts'

/** All haystacks of a list as one string: one search over it costs a fraction of one search in each. */
interface Joined {
  readonly text: string
  /** Where each row's haystack starts; one more entry for the end. */
  readonly starts: Uint32Array
}

/** Stands in no folded text. */
const BETWEEN = '\u0000'

/** null: asked for once. Building pays from the second search on, and during a pull every list is new. */
const joinedOf = new WeakMap<readonly SummaryBase[], Joined | null>()

/** Calls `visit` for every row whose haystack holds `word`, in order. False, and no calls, when it is not worth it yet. */
export function visitRows<S extends SummaryBase>(
  rows: readonly S[],
  word: string,
  visit: (row: S, index: number) => void,
): boolean {
  const known = joinedOf.get(rows)
  if (known === undefined) {
    joinedOf.set(rows, null)
    return false
  }
  const { text, starts } = known ?? join(rows)
  let index = 0
  let at = text.indexOf(word)
  while (at >= 0) {
    while ((starts[index + 1] ?? Number.POSITIVE_INFINITY) <= at) index += 1
    const row = rows[index]
    if (row !== undefined) visit(row, index)
    index += 1
    if (index >= rows.length) break
    at = text.indexOf(word, starts[index])
  }
  return true
}

function join(rows: readonly SummaryBase[]): Joined {
  const starts = new Uint32Array(rows.length + 1)
  let end = 0
  const parts = rows.map((row, i) => {
    starts[i] = end
    end += row.haystack.length + BETWEEN.length
    return row.haystack
  })
  starts[rows.length] = end
  const joined = { text: parts.join(BETWEEN), starts }
  joinedOf.set(rows, joined)
  return joined
}
