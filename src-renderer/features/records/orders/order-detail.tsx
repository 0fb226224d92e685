import { Gift } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Order } from '../../../../src-main/contract/resources.ts'
import type { Workspace } from '../../../lists/types.ts'
import type { EntriesByItem } from '../../../model/entries.ts'
import { statusOfOrder } from '../../../model/order-status.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { customerNameOf } from '../../common/parts/address-block.tsx'
import { DotLine } from '../../common/parts/facts.tsx'
import { ReadTrouble } from '../../common/parts/read-trouble.tsx'
import { useEntriesByItem } from '../../common/services/use-entries.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { useRow } from '../../common/services/use-row.ts'
import { useList } from '../../common/services/use-workspace.ts'
import { orderStatusWords } from '../../common/words/status-words.ts'
import { useSelection } from '../../request/form/drafts.ts'
import { RequestPanel } from '../../request/form/request-panel.tsx'
import { OrderSlip } from '../../request/slip/slip-button.tsx'
import { orderSubjects } from '../../request/tell/subjects.ts'
import { TellButton, useTellScene } from '../../request/tell/tell-button.tsx'
import { CustomerLink } from '../customers/customer-link.tsx'
import { CustomerOthers } from '../customers/customer-others.tsx'
import { CopyNumber, DetailHead, RowMissing } from '../lists/detail-parts.tsx'
import { OrderNote } from '../notes/order-note.tsx'
import { factsOfOrder } from '../timeline/order-events.ts'
import { TimelineCard } from '../timeline/timeline-card.tsx'
import { OrderFacts } from './order-facts.tsx'
import { OrderLines } from './order-lines.tsx'
import { OrderMoney } from './order-money.tsx'
import { ReturnView } from './return-view.tsx'

const orderReaders = {
  read: (workspace: Workspace, id: string) => workspace.order(id),
  pull: (workspace: Workspace, id: string) => workspace.pullOrder(id),
}

const viewReaders = {
  read: (workspace: Workspace, id: string) => workspace.cancellationView(id),
  pull: (workspace: Workspace, id: string) => workspace.pullCancellationView(id),
}

interface OrderDetailProps {
  readonly account: Account
  readonly workspace: Workspace
  readonly id: string
}

export const OrderDetail = ({ account, workspace, id }: OrderDetailProps) => {
  const { t } = useTranslation()
  const state = useRow<Order>(workspace, id, orderReaders, account.signedIn)
  const view = useRow<Order>(workspace, id, viewReaders, account.signedIn)
  const entries = useEntriesByItem(account.id)
  const selection = useSelection(account.id, id)

  if (state.row === null) {
    if (state.loading)
      return (
        <div className="detail-loading">
          <Skeleton rows={10} label={t('order.loading')} />
        </div>
      )
    return <RowMissing failure={state.failure} onAgain={state.pull} />
  }
  const { value: order, readAt } = state.row
  return (
    <article
      className="detail"
      data-testid="order-detail"
      data-order-number={order.number ?? ''}
      data-panel={selection.size > 0 ? 'open' : 'closed'}
      aria-label={t('order.title', { number: order.number ?? id })}
    >
      <div className="detail-main scroll">
        <OrderHeader order={order} readAt={readAt} pulling={state.pulling} onPull={state.pull} />
        {state.failure ? <ReadTrouble account={account} why={state.failure} kept={t('order.keptAsRead')} /> : null}
        <OrderActions account={account} order={order} entries={entries}></OrderActions>
        <OrderLines account={account} order={order} readAt={readAt} entries={entries} onChanged={state.pull} />
        <div className="detail-sides">
          <div className="stack">
            <OrderTimeline workspace={workspace} order={order} entries={entries} />
          </div>
          <div className="stack">
            <OrderMoney order={order} entries={entries} />
            <ReturnView account={account} view={view} order={order} />
          </div>
        </div>
        <CustomerOthers accountId={account.id} screen="orders" id={id} number={order.number} />
        <OrderFacts order={order} />
      </div>
      <RequestPanel account={account} workspace={workspace} order={order} view={view.row?.value ?? null} />
    </article>
  )
}

interface OrderHeaderProps {
  readonly order: Order
  readonly readAt: number
  readonly pulling: boolean
  readonly onPull: () => void
}

export const OrderHeader = ({ order, readAt, pulling, onPull }: OrderHeaderProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const status = orderStatusWords(statusOfOrder(order), t)
  const address = order.shipping_address ?? order.billing_address
  const name = customerNameOf(order)
  return (
    <DetailHead
      title={order.number ?? t('order.noNumber')}
      readAt={readAt}
      readAtTestId="order-as-of"
      pulling={pulling}
      onPull={onPull}
      aside={order.number ? <CopyNumber number={order.number} /> : null}
      chips={
        <>
          <Chip tone={status.tone} title={status.shopLabel}>
            {status.text}
          </Chip>
          {order.has_gift_box ? <Chip icon={Gift}>{t('order.gift')}</Chip> : null}
        </>
      }
      subtitle={
        <DotLine
          parts={[
            format.dateText(order.created_date),
            name ? <CustomerLink key="name" name={name} /> : null,
            address?.phone_number,
            order.user_email,
          ]}
        />
      }
    />
  )
}

interface OrderActionsProps {
  readonly account: Account
  readonly order: Order
  readonly entries: EntriesByItem
  readonly children?: ReactNode
}

/** Buttons of an open order other than those for requests. */
const OrderActions = ({ account, order, entries, children }: OrderActionsProps) => {
  const scene = useTellScene(account)
  const subjects = useMemo(() => orderSubjects(order, entries, scene), [order, entries, scene])
  return (
    <div className="cluster detail-actions">
      <TellButton shopId={account.shop.id} subjects={subjects} language={order.language_code} />
      {children}
      <OrderSlip account={account} order={order} />
      <OrderNote key={order.id} accountId={account.id} orderId={order.id} />
    </div>
  )
}

interface OrderTimelineProps {
  readonly workspace: Workspace
  readonly order: Order
  readonly entries: EntriesByItem
}

const OrderTimeline = ({ workspace, order, entries }: OrderTimelineProps) => {
  const { rows } = useList(workspace.requests)
  const facts = useMemo(() => factsOfOrder(order), [order])
  const requests = useMemo(() => {
    const items = new Set(order.orderitem_set.map(item => item.id))
    return rows.filter(row => row.orderItem !== null && items.has(row.orderItem))
  }, [rows, order])
  const own = useMemo(() => order.orderitem_set.flatMap(item => entries.get(item.id) ?? []), [order, entries])
  return <TimelineCard order={facts} requests={requests} entries={own} />
}
