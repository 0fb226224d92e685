import { draftsOf } from '../cancellation/drafts.ts'
import { readNumbers } from './pasted-numbers.ts'
import { severalDraftId } from './use-several.ts'

/** Has these orders looked up where lines of several orders are chosen; the screen says how many were too many. */
export const askForOrders = (accountId: string, numbers: readonly string[]): void => {
  const text = numbers.join('\n')
  draftsOf(accountId, severalDraftId).setSought({ text, numbers: readNumbers(text).numbers })
}
