import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestSummary } from '../../../model/summaries.ts'
import { NoAccount } from '../../common/navigation/connect-actions.tsx'
import { requestRowFigure } from '../../common/services/figures.ts'
import { useOutbox } from '../../common/services/use-entries.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { useAccountFor, useActiveWorkspace } from '../../common/services/use-workspace.ts'
import { requestStatusWords } from '../../common/words/status-words.ts'
import type { StatusChoice } from '../filters/filters.ts'
import { ListPane } from '../lists/list-pane.tsx'
import type { RowProps } from '../lists/list-rows.tsx'
import { ListScreen } from '../lists/list-screen.tsx'
import { RequestDetail } from './request-detail.tsx'
import { RequestRow, requestColumns, requestFacets, requestNames } from './request-rows.tsx'

export const RequestsScreen = () => {
  const { t } = useTranslation()
  const format = useFormat()
  const account = useAccountFor('customer')
  const workspace = useActiveWorkspace('customer')
  const nameStatus = useCallback((status: StatusChoice) => requestStatusWords(status, t).text, [t])
  const facets = useMemo(() => requestFacets(t, format.count), [t, format])
  const { entries } = useOutbox()
  const accountId = account?.id
  const columns = useMemo(() => {
    const makers = new Map(
      entries.flatMap(entry =>
        entry.accountId === accountId && entry.result ? [[entry.result.requestId, entry] as const] : [],
      ),
    )
    return requestColumns(t, format, row => requestRowFigure(row, makers.get(row.id) ?? null))
  }, [t, format, entries, accountId])
  const renderRow = useCallback((props: RowProps<RequestSummary>) => <RequestRow {...props} />, [])
  if (account === null || workspace === null) return <NoAccount kind="customer" />
  return (
    <ListScreen
      screen="requests"
      list={
        <ListPane
          key={account.id}
          screen="requests"
          account={account}
          store={workspace.requests}
          nameStatus={nameStatus}
          renderRow={renderRow}
          columns={columns}
          names={requestNames}
          facets={facets}
        />
      }
      detail={id => <RequestDetail workspace={workspace} id={id} />}
    />
  )
}
