import { type KeyboardEvent, useCallback, useState } from 'react'
import type { SummaryBase } from '../../../model/summaries.ts'
import { bareKey } from '../../common/commands/keys.ts'

const page = 10
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: page,
  PageUp: -page,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/** Whether the cursor's row takes the focus as it comes to be: `when-lost` leaves it to whatever has it. */
export type TakesFocus = 'no' | 'when-lost' | 'yes'

interface Cursor {
  readonly id: string | null
  readonly takes: TakesFocus
}

interface TableCursor {
  /** The row that the Tab key reaches; -1 while it is none of these. */
  readonly cursor: number
  readonly cursorId: string | null
  readonly takes: TakesFocus
  readonly onFocusRow: (id: string) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/**
 * The arrow keys move the focus from row to row without opening anything: opening one takes the table off the screen.
 * `asked` is what the rows answer to: when it changes, the cursor begins anew.
 */
export const useTableCursor = (rows: readonly SummaryBase[], startId: string | null, asked: unknown): TableCursor => {
  const [{ id, takes }, setCursor] = useState<Cursor>({ id: startId, takes: startId === null ? 'no' : 'when-lost' })
  const [answered, setAnswered] = useState(asked)
  if (answered !== asked) {
    setAnswered(asked)
    setCursor({ id: null, takes: 'no' })
  }
  const cursor = id === null ? -1 : rows.findIndex(row => row.id === id)

  const onFocusRow = useCallback((focused: string) => setCursor({ id: focused, takes: 'no' }), [])
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const step = steps[bareKey(event.nativeEvent) ?? '']
      if (step === undefined) return
      event.preventDefault()
      const row = rows[Math.max(0, Math.min(rows.length - 1, cursor + step))]
      if (row) setCursor({ id: row.id, takes: 'yes' })
    },
    [rows, cursor],
  )
  return { cursor, cursorId: id, takes, onFocusRow, onKeyDown }
}
