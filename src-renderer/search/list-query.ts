/** What a list is asked for on this computer. */
export interface ListQuery {
  readonly text: string
  /** Status values; empty means all. */
  readonly statuses: readonly string[]
  /** Inclusive range, milliseconds. */
  readonly from: number | null
  readonly to: number | null
  readonly sort: 'newest' | 'oldest' | 'amount-high' | 'amount-low' | 'number' | 'person'
}
