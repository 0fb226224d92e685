import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Order } from '../../../../src-main/contract/resources.ts'
import type { Workspace } from '../../../lists/types.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { ReadTrouble } from '../../common/parts/read-trouble.tsx'
import { useEntriesByItem } from '../../common/services/use-entries.ts'
import { useRow } from '../../common/services/use-row.ts'
import { useSelection } from '../../request/form/drafts.ts'
import { RequestPanel } from '../../request/form/request-panel.tsx'
import { CustomerOthers } from '../customers/customer-others.tsx'
import { RowMissing } from '../lists/row-missing.tsx'
import { OrderActions } from './order-actions.tsx'
import { OrderFacts } from './order-facts.tsx'
import { OrderHeader } from './order-header.tsx'
import { OrderLines } from './order-lines.tsx'
import { OrderMoney } from './order-money.tsx'
import { OrderTimeline } from './order-timeline.tsx'
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
