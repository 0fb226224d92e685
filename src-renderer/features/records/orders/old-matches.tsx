import { type KeyboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Workspace } from '../../../lists/types.ts'
import { runQuery } from '../../../search/run-query.ts'
import { bareKey } from '../../common/commands/keys.ts'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { useList } from '../../common/services/use-workspace.ts'
import { useFilters } from '../filters/filter-store.tsx'
import { type ListFilter, toQuery } from '../filters/filters.ts'
import { OldOrderRow } from '../old-orders/old-order-rows.tsx'

const shownAtMost = 20

interface OldMatchesProps {
  readonly workspace: Pick<Workspace, 'oldOrders'>
  /**
   * The filter of the list of orders. It applies to old orders as a whole, so a status that old orders lack leaves
   * none.
   */
  readonly filter: ListFilter
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * Old orders that match the search for orders; draws nothing when there are none. The link to their list keeps the
 * search.
 */
export const OldMatches = ({ workspace, filter, now }: OldMatchesProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const filters = useFilters()
  const { go, open } = useNavigation()
  const { rows } = useList(workspace.oldOrders)
  const found = useMemo(() => runQuery(rows, toQuery(filter, now)), [rows, filter, now])
  const [stop, setStop] = useState<string | null>(null)
  if (found.length === 0) return null

  const shown = found.slice(0, shownAtMost)
  const tabStop = shown.some(row => row.id === stop) ? stop : shown[0]?.id
  const takeSearchAlong = () => filters.change('old-orders', filter)
  const openOne = (id: string) => {
    takeSearchAlong()
    open('old-orders', id)
  }
  const showAll = () => {
    takeSearchAlong()
    go('old-orders')
  }
  const counted = t('oldOrder.matches', { count: found.length, shown: format.count(found.length) })
  return (
    <section className="old-matches" aria-label={counted} data-testid="old-matches" data-count={found.length}>
      <div className="old-matches-head spread">
        <h2>{counted}</h2>
        <button type="button" className="link" data-testid="old-match-all" onClick={showAll}>
          {t(found.length > shown.length ? 'oldOrder.showAll' : 'oldOrder.show')}
        </button>
      </div>
      <ul onKeyDown={walk}>
        {shown.map(row => (
          <li key={row.id} onFocus={() => setStop(row.id)}>
            <OldOrderRow row={row} open={false} focusable={row.id === tabStop} onOpen={() => openOne(row.id)} isMatch />
          </li>
        ))}
      </ul>
    </section>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/**
 * The arrow keys move the focus from one old order to the next. They open none, because that would leave the screen.
 */
const walk = (event: KeyboardEvent<HTMLUListElement>): void => {
  const step = steps[bareKey(event.nativeEvent) ?? '']
  if (step === undefined) return
  event.preventDefault()
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.row')]
  rows[rows.findIndex(row => row.matches(':focus')) + step]?.focus()
}
