/** A summary with what later pulls need to know about it. */
export interface StoredSummary<S> {
  readonly id: string
  readonly summary: S
  /** When the read that brought it began, ms since 1970. */
  readonly readAt: number
  /** A hash of how the list showed the row at the last walk; empty when no walk brought it. */
  readonly stamp: string
}

export const SEGMENT_ROWS = 256

interface Slot<S> {
  readonly kept: StoredSummary<S>
  readonly segment: number
}

/**
 * All summaries of one list in memory, in numbered segments. Each segment is one encrypted row on disk. A summary stays
 * in its segment, so a page of changes rewrites a few segments, and the start reads a few hundred rows.
 */
export class SummarySegments<S> {
  readonly #slots = new Map<string, Slot<S>>()
  readonly #members: Set<string>[] = []
  readonly #dirty = new Set<number>()
  readonly #roomy = new Set<number>()

  get size(): number {
    return this.#slots.size
  }

  get(id: string): StoredSummary<S> | undefined {
    return this.#slots.get(id)?.kept
  }

  ids(): IterableIterator<string> {
    return this.#slots.keys()
  }

  summaries(): S[] {
    const all: S[] = []
    for (const slot of this.#slots.values()) all.push(slot.kept.summary)
    return all
  }

  put(kept: StoredSummary<S>): void {
    const segment = this.#slots.get(kept.id)?.segment ?? this.#place(kept.id)
    this.#slots.set(kept.id, { kept, segment })
    this.#dirty.add(segment)
  }

  /** False when there was no such row. */
  remove(id: string): boolean {
    const slot = this.#slots.get(id)
    if (!slot) return false
    this.#slots.delete(id)
    this.#members[slot.segment]?.delete(id)
    this.#dirty.add(slot.segment)
    this.#roomy.add(slot.segment)
    return true
  }

  /** Takes a segment from disk. A row that another segment has already brought is dropped from this one. */
  load(segment: number, rows: readonly StoredSummary<S>[]): void {
    const members = this.#membersOf(segment)
    for (const kept of rows) {
      if (this.#slots.has(kept.id)) {
        this.#dirty.add(segment)
        continue
      }
      members.add(kept.id)
      this.#slots.set(kept.id, { kept, segment })
    }
    if (members.size < SEGMENT_ROWS) this.#roomy.add(segment)
    else this.#roomy.delete(segment)
  }

  /** The segments that changed since the last call. Call `markDirty` when writing them failed. */
  takeDirty(): { readonly no: number; readonly rows: readonly StoredSummary<S>[] }[] {
    const taken = [...this.#dirty].map(no => ({ no, rows: this.#rowsOf(no) }))
    this.#dirty.clear()
    return taken
  }

  markDirty(segments: readonly number[]): void {
    for (const no of segments) this.#dirty.add(no)
  }

  #rowsOf(segment: number): StoredSummary<S>[] {
    const rows: StoredSummary<S>[] = []
    for (const id of this.#members[segment] ?? []) {
      const slot = this.#slots.get(id)
      if (slot) rows.push(slot.kept)
    }
    return rows
  }

  #place(id: string): number {
    const roomy = this.#roomy.values().next()
    const segment = roomy.done ? this.#members.length : roomy.value
    const members = this.#membersOf(segment)
    members.add(id)
    if (members.size < SEGMENT_ROWS) this.#roomy.add(segment)
    else this.#roomy.delete(segment)
    return segment
  }

  #membersOf(segment: number): Set<string> {
    while (this.#members.length <= segment) {
      this.#roomy.add(this.#members.length)
      this.#members.push(new Set())
    }
    const members = this.#members[segment]
    if (!members) throw new RangeError(`There is no segment ${segment}.`)
    return members
  }
}
