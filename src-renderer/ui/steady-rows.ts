/** Where the rows of a list stand in the box that scrolls them, all in px. */
interface RowsPlace {
  readonly scrollTop: number
  /** Blank room above the first row and below the last: it lets a row stay where it is though rows beside it left. */
  readonly above: number
  readonly below: number
}

interface Change<T> extends RowsPlace {
  readonly before: readonly T[]
  readonly after: readonly T[]
  readonly keyOf: (row: T) => string
  /** The row that must stay where it is. */
  readonly index: number
  readonly rowHeight: number
  /** How far down the box itself went. */
  readonly boxMoved: number
  /** Height of the box, and of all else that scrolls in it with the rows. */
  readonly boxHeight: number
  readonly otherHeight: number
  /** Whether blank room may be made; without it the rows end where they end. */
  readonly mayMakeRoom: boolean
}

/** How many rows the one at `index` moved down; its nearest neighbour counts where it is gone, the upper one first. */
const stepsMoved = <T>({ before, after, keyOf, index }: Change<T>): number => {
  const places = new Map<string, number>()
  const placeOf = (row: T): number => {
    if (places.size === 0) for (const [place, each] of after.entries()) places.set(keyOf(each), place)
    return places.get(keyOf(row)) ?? -1
  }
  for (let away = 0; away < before.length; away += 1)
    for (const at of away === 0 ? [index] : [index - away, index + away]) {
      const row = before[at]
      if (row === undefined) continue
      const sameKey = (place: number): boolean => {
        const there = after[place]
        return there !== undefined && keyOf(there) === keyOf(row)
      }
      // Most changes move nothing.
      const now = sameKey(at) ? at : placeOf(row)
      if (now >= 0) return now - at
    }
  return 0
}

/** The place after rows came or went, so that the row at `index` stands where it stood. */
export const steadyPlace = <T>(change: Change<T>): RowsPlace & { readonly moved: number } => {
  const { scrollTop, above, after, rowHeight, boxMoved, boxHeight, otherHeight, mayMakeRoom } = change
  const moved = stepsMoved(change)
  const wanted = scrollTop - above + moved * rowHeight + boxMoved
  const end = after.length * rowHeight + otherHeight - boxHeight
  return mayMakeRoom
    ? {
        scrollTop: Math.max(0, wanted),
        above: Math.max(0, -wanted),
        below: wanted > 0 ? Math.max(0, wanted - end) : 0,
        moved,
      }
    : { scrollTop: Math.max(0, Math.min(wanted, end)), above: 0, below: 0, moved }
}
