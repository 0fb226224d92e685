import type { PageState } from './page-keeper.ts'
import type { Words } from './words.ts'

/** How many requests are not at the shop yet. */
export interface UnsentState {
  /** Waiting, being checked, or waiting for the person. */
  readonly unsent: number
  /** Those among them that go no further without the person. */
  readonly needYou: number
}

export const nothingUnsent: UnsentState = { unsent: 0, needYou: 0 }

/** What the icon shows; its marks differ in shape, not only in colour. */
export type Mark = 'none' | 'unsent' | 'needs-you'

export const markOf = ({ unsent, needYou }: UnsentState): Mark =>
  needYou > 0 ? 'needs-you' : unsent > 0 ? 'unsent' : 'none'

/** The tray's first lines while the page is not running and nothing is sent. */
export function pageLines(page: PageState, say: Words): readonly string[] {
  switch (page) {
    case 'running':
      return []
    case 'stuck':
      return [say.pageStuck]
    case 'gone':
      return [say.pageGone]
  }
}

/** The state in words, a line each. */
export function stateLines({ unsent, needYou }: UnsentState, say: Words): readonly string[] {
  if (unsent === 0 && needYou === 0) return [say.allSent]
  return [...(needYou > 0 ? [say.needYou(needYou)] : []), ...(unsent > needYou ? [say.unsent(unsent - needYou)] : [])]
}
