import type { TFunction } from 'i18next'
import { hasOwnId } from '../../../model/item-requests.ts'
import { cancellationTypeWords } from './status-words.ts'

/** "Refund #900", or the type alone where the shop gave no id. */
export const requestName = (request: { readonly id: string; readonly type: string | null }, t: TFunction): string => {
  const type = cancellationTypeWords(request.type, t)
  return hasOwnId(request.id) ? `${type} #${request.id}` : type
}
