/** One call as it reached the shop. */
export interface RequestLogEntry {
  readonly at: number
  readonly method: string
  /** With the query. */
  readonly path: string
  /** What the shop answered, or 0 when it never came to an answer. */
  status: number
  /** False when the caller got no answer, or only a part of one. */
  delivered: boolean
  /** Writes only; a sign-in's body is left out. */
  readonly bodyText?: string
  /** Whether the call changed anything. */
  effect: boolean
  requestIds: readonly number[]
  /** The faults that struck. */
  faults: readonly string[]
}

const mostEntries = 5000

/** The last calls, and how many writes there ever were. */
export class RequestLog {
  readonly entries: RequestLogEntry[] = []
  readonly #posts = new Map<string, number>()

  add(entry: RequestLogEntry): void {
    this.entries.push(entry)
    if (this.entries.length > mostEntries) this.entries.splice(0, this.entries.length - mostEntries)
    if (entry.method !== 'POST') return
    const path = withoutQuery(entry.path)
    this.#posts.set(path, (this.#posts.get(path) ?? 0) + 1)
  }

  /** How many POSTs reached the shop, on one path or on all, whatever became of them. */
  posts(path?: string): number {
    if (path !== undefined) return this.#posts.get(path) ?? 0
    return [...this.#posts.values()].reduce((sum, count) => sum + count, 0)
  }
}

function withoutQuery(path: string): string {
  return path.split('?', 1)[0] ?? path
}
