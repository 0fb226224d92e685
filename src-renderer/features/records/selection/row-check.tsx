import { useTranslation } from 'react-i18next'
import type { Settable } from '../../../model/watched.ts'
import { useWatched } from '../../common/services/use-watched.ts'
import { type Selection, toggleRow } from './selection.ts'
import './selection.css'

interface RowCheckProps {
  readonly selection: Settable<Selection>
  readonly id: string
  /** The row's name for screen readers. */
  readonly number: string
  readonly focusable: boolean
}

/** The checkbox of a row. Visible on the row under the pointer, and on all rows once one is selected. */
export const RowCheck = ({ selection, id, number, focusable }: RowCheckProps) => {
  const { t } = useTranslation()
  const { ids } = useWatched(selection)
  return (
    <label className="row-check">
      <input
        type="checkbox"
        data-testid="row-select"
        aria-label={t('selection.row', { number })}
        checked={ids.has(id)}
        tabIndex={focusable ? 0 : -1}
        onChange={() => selection.set(toggleRow(selection.snapshot(), id))}
      />
    </label>
  )
}
