import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { enumText } from '../../../model/enum-text.ts'
import type { OldOrderSummary } from '../../../model/summaries.ts'
import { NoAccount } from '../../common/navigation/connect-actions.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { useAccountFor, useActiveWorkspace } from '../../common/services/use-workspace.ts'
import type { StatusChoice } from '../filters/filters.ts'
import { ListPane } from '../lists/list-pane.tsx'
import type { RowProps } from '../lists/list-rows.tsx'
import { ListScreen } from '../lists/list-screen.tsx'
import { OldOrderDetail } from './old-order-detail.tsx'
import { OldOrderRow, oldOrderColumns, oldOrderNames } from './old-order-rows.tsx'

export const OldOrdersScreen = () => {
  const { t } = useTranslation()
  const format = useFormat()
  const account = useAccountFor('customer')
  const workspace = useActiveWorkspace('customer')
  const nameStatus = useCallback((status: StatusChoice) => enumText(status) ?? t('status.unknown'), [t])
  const columns = useMemo(() => oldOrderColumns(t, format), [t, format])
  const renderRow = useCallback((props: RowProps<OldOrderSummary>) => <OldOrderRow {...props} />, [])
  if (account === null || workspace === null) return <NoAccount kind="customer" />
  return (
    <ListScreen
      screen="old-orders"
      list={
        <ListPane
          key={account.id}
          screen="old-orders"
          account={account}
          store={workspace.oldOrders}
          nameStatus={nameStatus}
          renderRow={renderRow}
          columns={columns}
          names={oldOrderNames}
        />
      }
      detail={id => <OldOrderDetail account={account} workspace={workspace} id={id} />}
    />
  )
}
