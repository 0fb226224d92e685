import { draftsOf } from '../form/drafts.ts'
import { mostNumbers } from './pasted-numbers.ts'
import { severalDraftId } from './use-several.ts'

/** Has these orders looked up where lines of several orders are chosen; the screen says how many were too many. */
export const askForOrders = (accountId: string, numbers: readonly string[]): void => {
  // As the list has them: a number of blanks or letters alone is taken whole here, and not as something pasted.
  const each = [...new Set(numbers)].slice(0, mostNumbers)
  draftsOf(accountId, severalDraftId).setSought({ text: numbers.join('\n'), numbers: each })
}
