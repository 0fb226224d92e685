import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PendingSummary } from '../../../model/summaries.ts'
import { NoAccount } from '../../common/navigation/no-account.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { useAccountFor, useActiveWorkspace } from '../../common/services/use-workspace.ts'
import { orderStatusWords } from '../../common/words/status-words.ts'
import type { ListFilter, StatusChoice } from '../filters/filters.ts'
import { ListPane } from '../lists/list-pane.tsx'
import type { RowProps } from '../lists/list-rows.tsx'
import { ListScreen } from '../lists/list-screen.tsx'
import { pendingFacets } from './facets.ts'
import { PendingDetail } from './pending-detail.tsx'
import { PendingRow } from './pending-row.tsx'
import { pendingColumns, pendingNames } from './pending-table.ts'
import { waitingOf } from './waiting-rows.ts'
import { WithoutWaiting } from './without-waiting.tsx'
import './pending.css'

export const PendingScreen = () => {
  const { t } = useTranslation()
  const format = useFormat()
  const account = useAccountFor('staff')
  const workspace = useActiveWorkspace('staff')
  const nameStatus = useCallback((status: StatusChoice) => orderStatusWords(status, t).text, [t])
  const facets = useMemo(() => pendingFacets(t, format.count), [t, format])
  const columns = useMemo(() => pendingColumns(t, format), [t, format])
  const renderRow = useCallback((props: RowProps<PendingSummary>) => <PendingRow {...props} />, [])
  const store = useMemo(() => workspace && waitingOf(workspace.pending), [workspace])
  const alike = useCallback(
    (filter: ListFilter, now: number) => workspace && <WithoutWaiting {...{ workspace, facets, filter, now }} />,
    [workspace, facets],
  )
  if (account === null || workspace === null || store === null) return <NoAccount kind="staff" />
  return (
    <ListScreen
      screen="pending"
      list={
        <ListPane
          key={account.id}
          screen="pending"
          account={account}
          store={store}
          alike={alike}
          nameStatus={nameStatus}
          renderRow={renderRow}
          columns={columns}
          names={pendingNames}
          facets={facets}
          oldestName={t('filter.waitingLongest')}
        />
      }
      detail={id => <PendingDetail workspace={workspace} id={id} />}
    />
  )
}
