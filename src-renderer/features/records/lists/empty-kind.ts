import type { PullState } from '../../../lists/types.ts'

/** Five kinds of empty that must never look alike; `loading` is no emptiness but a moment. */
export type EmptyKind = 'nothing' | 'not-synced' | 'filtered' | 'signed-out' | 'unreadable' | 'loading'

export interface ListFacts {
  readonly loaded: boolean
  readonly rowCount: number
  readonly matchCount: number
  readonly asOf: number | null
  readonly pull: PullState
  readonly unreadableCount: number
  readonly signedIn: boolean
}

const garbled = new Set(['not-json', 'incompatible', 'bug', 'server-error'])

/** Why a list shows no row; null when it shows some. */
export const emptyKind = (facts: ListFacts): EmptyKind | null => {
  if (!facts.loaded) return 'loading'
  if (facts.matchCount > 0) return null
  if (facts.rowCount > 0) return 'filtered'
  if (facts.unreadableCount > 0) return 'unreadable'
  if (facts.pull.kind === 'running') return 'loading'
  if (facts.pull.kind === 'failed' && facts.pull.failure.kind === 'signed-out') return 'signed-out'
  if (!facts.signedIn) return 'signed-out'
  if (facts.pull.kind === 'failed' && garbled.has(facts.pull.failure.kind)) return 'unreadable'
  return facts.asOf === null ? 'not-synced' : 'nothing'
}
