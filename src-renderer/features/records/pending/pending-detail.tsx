import { CircleCheck, Gift } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { PendingOrder } from '../../../../src-main/contract/pending.ts'
import type { Workspace } from '../../../lists/types.ts'
import { nameOfParts } from '../../../model/direction.ts'
import type { RequestSummary } from '../../../model/summaries.ts'
import type { Cached } from '../../../storage/account-cache.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { AddressBlock } from '../../common/parts/address-block.tsx'
import { DotLine } from '../../common/parts/facts.tsx'
import { useOutbox } from '../../common/services/use-entries.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { useRow } from '../../common/services/use-row.ts'
import { useAccounts, useList } from '../../common/services/use-workspace.ts'
import { orderStatusWords } from '../../common/words/status-words.ts'
import { pendingSubjects } from '../../request/tell/subjects.ts'
import { TellButton, useTellScene } from '../../request/tell/tell-button.tsx'
import { CustomerLink } from '../customers/customer-link.tsx'
import { CustomerOthers } from '../customers/customer-others.tsx'
import { CopyNumber, DetailHead, WalkButtons } from '../lists/detail-parts.tsx'
import { OrderNote } from '../notes/order-note.tsx'
import { factsOfPending } from '../timeline/order-events.ts'
import { TimelineCard } from '../timeline/timeline-card.tsx'
import { entriesBeside, OtherSide } from './other-side.tsx'
import { PendingFacts, PendingLine } from './pending-facts.tsx'

const readers = { read: (workspace: Workspace, id: string) => workspace.pendingOrder(id) }

export const PendingDetail = ({ workspace, id }: { workspace: Workspace; id: string }) => {
  const { t } = useTranslation()
  const state = useRow<PendingOrder>(workspace, id, readers, false)
  const { rows, loaded, pull } = useList(workspace.pending)
  const listed = rows.find(row => row.id === id)
  const isGone = loaded && listed === undefined
  const reading = pull.kind === 'running'
  if (state.row !== null)
    return (
      <PendingRecord
        row={state.row}
        actions={<PendingActions account={workspace.account} order={state.row.value} />}
        aside={
          <>
            <CustomerOthers accountId={workspace.account.id} screen="pending" id={id} number={state.row.value.number} />
            <PendingTimeline account={workspace.account} order={state.row.value} />
          </>
        }
      >
        {isGone ? <GoneNotice reading={reading} kept /> : null}
        {listed?.withoutWaiting ? <Notice>{t('pending.withoutWaitingHere')}</Notice> : null}
      </PendingRecord>
    )
  return (
    <div className="detail-loading stack">
      <WalkButtons />
      {isGone || !state.loading ? (
        <GoneNotice reading={reading} kept={false} />
      ) : (
        <Skeleton rows={8} label={t('order.loading')} />
      )}
    </div>
  )
}

interface PendingRecordProps {
  readonly row: Cached<PendingOrder>
  /** Above the lines. */
  readonly children: ReactNode
  /** Beside the buttons for the previous and the next record. */
  readonly actions?: ReactNode
  /** Below the lines. */
  readonly aside?: ReactNode
}

export const PendingRecord = ({ row, children, actions, aside }: PendingRecordProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const { value: order, readAt } = row
  const { customer } = order
  const email = customer?.email ?? null
  const status = orderStatusWords(order.status, t)
  const name = nameOfParts(customer?.first_name, customer?.last_name)
  return (
    <article className="detail" data-testid="pending-detail" data-order-number={order.number ?? ''}>
      <div className="detail-main scroll">
        <DetailHead
          title={order.number ?? t('order.noNumber')}
          readAt={readAt}
          onPull={null}
          chips={
            <>
              <Chip tone={status.tone}>{status.text}</Chip>
              {order.has_gift_box ? <Chip icon={Gift}>{t('order.gift')}</Chip> : null}
            </>
          }
          aside={order.number ? <CopyNumber number={order.number} /> : null}
          subtitle={
            <DotLine
              parts={[
                format.dateText(order.date_placed),
                name ? <CustomerLink key="name" name={name} /> : null,
                customer?.phone_number,
                email,
              ]}
            />
          }
        />
        <div className="cluster detail-actions">
          <OtherSide number={order.number} />
          {actions}
          <WalkButtons />
        </div>
        {children}
        {order.unreadable_items > 0 ? (
          <Notice tone="wait">{t('order.unreadableItems', { count: order.unreadable_items })}</Notice>
        ) : null}
        <section className="card lines" aria-label={t('order.lines')}>
          <div className="card-head">
            <h2>{t('order.linesCount', { count: order.orderitem_set.length })}</h2>
          </div>
          <ul>
            {order.orderitem_set.map(item => (
              <PendingLine key={item.id} item={item} order={order} />
            ))}
          </ul>
        </section>
        {aside}
        <section className="card card-body stack" aria-label={t('order.details')}>
          <div className="addresses">
            <AddressBlock title={t('order.shippingAddress')} address={order.shipping_address} customerEmail={email} />
            <AddressBlock title={t('order.billingAddress')} address={order.billing_address} customerEmail={email} />
          </div>
          <PendingFacts order={order} />
        </section>
      </div>
    </article>
  )
}

const PendingActions = ({ account, order }: { account: Account; order: PendingOrder }) => {
  const scene = useTellScene(account)
  const subjects = useMemo(() => pendingSubjects(order, scene), [order, scene])
  return (
    <>
      <TellButton shopId={account.shop.id} subjects={subjects} language={null} />
      <OrderNote key={order.id} accountId={account.id} orderId={order.id} />
    </>
  )
}

const noRequests: readonly RequestSummary[] = []

/** The timeline of the order. It includes requests made on this computer, found by the order's number. */
const PendingTimeline = ({ account, order }: { account: Account; order: PendingOrder }) => {
  const { entries } = useOutbox()
  const { accounts } = useAccounts()
  const facts = useMemo(() => factsOfPending(order), [order])
  const { number } = order
  const own = useMemo(() => entriesBeside(account, accounts, entries, number), [account, accounts, entries, number])
  return <TimelineCard order={facts} requests={noRequests} entries={own} />
}

interface GoneNoticeProps {
  /** The list is being read, so the order may still appear. */
  readonly reading: boolean
  /** Whether the row as last read is still on the screen. */
  readonly kept: boolean
}

/** Shown when the open order has left the shop's list. That means it was handled and is no error. */
const GoneNotice = ({ reading, kept }: GoneNoticeProps) => {
  const { t } = useTranslation()
  return (
    <Notice tone="ok" icon={CircleCheck} role="status" testId="pending-gone" title={t('pending.gone.title')}>
      <p>{t(kept ? 'pending.gone.kept' : 'pending.gone.text')}</p>
      {reading ? <p>{t('pending.gone.reading')}</p> : null}
    </Notice>
  )
}
