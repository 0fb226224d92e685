import type { TFunction } from 'i18next'
import { cancellationTypeWords } from './status-words.ts'

/** The reader names requests that the shop sent without an id after their item; such a name is nothing to show or open. */
export const hasOwnId = (requestId: string): boolean => !/^(?:active|unnamed):/.test(requestId)

/** "Refund #900", or the type alone where the shop gave no id. */
export const requestName = (request: { readonly id: string; readonly type: string | null }, t: TFunction): string => {
  const type = cancellationTypeWords(request.type, t)
  return hasOwnId(request.id) ? `${type} #${request.id}` : type
}
