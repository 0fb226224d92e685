import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CancellationRequest } from '../../../../src-main/contract/resources.ts'
import type { Workspace } from '../../../lists/types.ts'
import { madeBy } from '../../../model/entries.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { maskIban } from '../../../ui/format/private-numbers.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { copyFact, DotLine, Facts, linkFact } from '../../common/parts/facts.tsx'
import { OtherFields } from '../../common/parts/fold.tsx'
import type { Drawn } from '../../common/parts/other-fields.ts'
import { useFigureWords } from '../../common/services/figures.ts'
import { useEntriesByItem } from '../../common/services/use-entries.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { useRow } from '../../common/services/use-row.ts'
import { useList } from '../../common/services/use-workspace.ts'
import { pickupHours, reasonText } from '../../common/words/record-words.ts'
import { cancellationTypeWords, requestStatusWords } from '../../common/words/status-words.ts'
import { SlipButton } from '../../request/slip/slip-button.tsx'
import { knownOf, requestSubject } from '../../request/tell/subjects.ts'
import { TellButton, useTellScene } from '../../request/tell/tell-button.tsx'
import { CustomerLink } from '../customers/customer-link.tsx'
import { CopyNumber, DetailHead, RowMissing } from '../lists/detail-parts.tsx'
import { ReturnCode } from './return-code.tsx'
import './requests.css'

const readers = { read: (workspace: Workspace, id: string) => workspace.request(id) }

/** The order of a request: from the request itself when it names it, else from its line. */
const useOrderOf = (workspace: Workspace, id: string, orderItem: string | null) => {
  const requests = useList(workspace.requests)
  const orders = useList(workspace.orders)
  const summary = requests.rows.find(row => row.id === id)
  const byItem = orderItem === null ? undefined : orders.rows.find(row => row.itemIds.includes(orderItem))
  return {
    orderId: summary?.orderId ?? byItem?.id ?? null,
    orderNumber: summary?.orderNumber ?? byItem?.number ?? null,
    productName: summary?.productName ?? null,
    summary,
  }
}

export const RequestDetail = ({ workspace, id }: { workspace: Workspace; id: string }) => {
  const { t } = useTranslation()
  const state = useRow<CancellationRequest>(workspace, id, readers, false)
  if (state.row !== null)
    return <RequestRecord workspace={workspace} request={state.row.value} readAt={state.row.readAt} />
  if (!state.loading) return <RowMissing failure={null} onAgain={null} />
  return (
    <div className="detail-loading">
      <Skeleton rows={6} label={t('order.loading')} />
    </div>
  )
}

interface RequestRecordProps {
  readonly workspace: Workspace
  readonly request: CancellationRequest
  readonly readAt: number
}

export const RequestRecord = ({ workspace, request, readAt }: RequestRecordProps) => {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const words = useFigureWords()
  const { open } = useNavigation()
  const { orderId, orderNumber, productName, summary } = useOrderOf(workspace, request.id, request.order_item)
  const reasons = useList(workspace.reasons)
  const reason = reasons.rows.find(each => each.id === request.reason)
  const status = requestStatusWords(request.status, t)
  const back = request.easy_return
  const { account } = workspace
  const scene = useTellScene(account)
  const lane = useEntriesByItem(account.id).get(request.order_item ?? '') ?? []
  const entry = madeBy(lane, request.id)
  const known = knownOf(summary, entry)
  const subjects = [requestSubject(request, { ...known, orderNumber }, scene)]
  return (
    <article className="detail" data-testid="request-detail" data-id={request.id}>
      <div className="detail-main scroll">
        <DetailHead
          title={`${cancellationTypeWords(request.cancellation_type, t)} #${request.id}`}
          readAt={readAt}
          onPull={null}
          aside={<CopyNumber number={request.id} label={t('action.copyRequestNumber')} />}
          chips={<Chip tone={status.tone}>{status.text}</Chip>}
          subtitle={
            <DotLine
              parts={[
                productName,
                format.dateText(request.created_date),
                summary?.person ? <CustomerLink key="name" name={summary.person} /> : null,
              ]}
            />
          }
        />
        <div className="cluster detail-actions">
          {orderId ? (
            <Button small icon={ArrowRight} testId="request-open-order" onClick={() => open('orders', orderId)}>
              {t('request.openOrder', { number: orderNumber ?? orderId })}
            </Button>
          ) : null}
          <TellButton shopId={account.shop.id} subjects={subjects} language={null} />
          <SlipButton byKey subject={{ kind: 'request', accountId: account.id, request, orderId, orderNumber }} />
        </div>
        {orderId === null && request.order_item ? (
          <p className="muted" data-testid="request-no-order">
            {t('request.orderUnknown', { item: request.order_item })}
          </p>
        ) : null}
        {back ? <ReturnCode back={back} /> : null}
        <section className="card card-body stack" aria-label={t('order.details')}>
          <Facts
            facts={[
              [t('form.reason'), reason ? reasonText(reason, i18n.language) : request.reason],
              [t('form.description'), request.description],
              [t('order.quantity'), request.quantity],
              [t('money.back'), words(known.figure ?? null, known.currency ?? null)],
              [t('request.orderItem'), request.order_item],
              [t('request.returnFrom'), format.dateText(back?.start_date ?? null, false)],
              [t('request.returnStatus'), back ? requestStatusWords(back.status, t).text : null],
              [
                t('form.pickup'),
                back?.pickup_date
                  ? [format.dateText(back.pickup_date.date, false), pickupHours(back.pickup_date, t)]
                      .filter(Boolean)
                      .join(' ')
                  : null,
              ],
              copyFact(t('order.trackingNumber'), back?.tracking_number, {
                copy: t('order.copyTracking'),
                copied: t('action.copied'),
              }),
              linkFact(t('order.tracking'), back?.tracking_url, t('action.openTracking')),
              [t('form.iban'), request.iban ? maskIban(request.iban) : null],
              [t('form.holderName'), request.holder_name],
              [t('form.loyaltyShort'), request.fully_refund_as_loyalty_money === true ? t('form.yes') : null],
              [t('order.modified'), format.dateText(request.modified_date)],
            ]}
          />
          <OtherFields row={request} drawn={drawnRequestFields} />
        </section>
      </div>
    </article>
  )
}

/** Fields of a request that have a place on its screen. All others are listed under "more" at its end. */
export const drawnRequestFields: Drawn = {
  id: true,
  order_item: true,
  cancellation_type: true,
  description: true,
  quantity: true,
  easy_return: { start_date: true, tracking_number: true, pickup_date: true },
  iban: true,
  holder_name: true,
  created_date: true,
  modified_date: true,
}
