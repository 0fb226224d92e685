import { useTranslation } from 'react-i18next'
import type { OrderItem } from '../../../../src-main/contract/resources.ts'
import { hasOwnId, openRequestOf, requestsOfItem } from '../../../model/item-requests.ts'
import { Chip } from '../../../ui/chip.tsx'
import { CopyButton } from '../../../ui/copy.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { requestName } from '../../common/words/record-words.ts'
import { requestStatusWords } from '../../common/words/status-words.ts'
import { ReturnCode } from '../requests/return-code.tsx'

/** What the shop already knows for this line, the code for the parcel first. */
export const LineRequests = ({ item }: { item: OrderItem }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const { open } = useNavigation()
  const requests = requestsOfItem(item)
  if (requests.length === 0) return null
  const current = openRequestOf(item)
  return (
    <ul className="line-requests">
      {requests.map(request => {
        const status = requestStatusWords(request.status, t)
        const code = request.easy_return?.code
        const isCurrent = request.id === current?.id
        return (
          <li key={request.id} className="cluster" data-testid="line-request" data-request-id={request.id}>
            {hasOwnId(request.id) ? (
              <button type="button" className="link" onClick={() => open('requests', request.id)}>
                {requestName({ id: request.id, type: request.cancellation_type }, t)}
              </button>
            ) : (
              <span>{requestName({ id: request.id, type: request.cancellation_type }, t)}</span>
            )}
            <Chip tone={status.tone}>{status.text}</Chip>
            {code && !isCurrent ? (
              <span className="cluster">
                <span className="muted">{t('request.easyReturnCode')}</span>
                <span className="mono strong">{code}</span>
                <CopyButton text={code} label={t('action.copyCode')} doneLabel={t('action.copied')} />
              </span>
            ) : null}
            <span className="muted">{format.dateText(request.created_date)}</span>
            {isCurrent && request.easy_return ? <ReturnCode back={request.easy_return} /> : null}
          </li>
        )
      })}
    </ul>
  )
}
