import { FileWarning } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnreadableRow } from '../../../../src-main/contract/pages.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'

const shownAtMost = 50

/** Rows the shop sent that nobody could read: counted, and shown as they came. */
export const Unreadable = ({ rows }: { rows: readonly UnreadableRow[] }) => {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  if (rows.length === 0) return null
  return (
    <>
      <button
        type="button"
        className="link list-unreadable"
        data-testid="list-unreadable"
        data-count={rows.length}
        onClick={() => setOpen(true)}
      >
        <FileWarning className="icon" aria-hidden />
        {t('list.unreadable', { count: rows.length })}
      </button>
      {open ? (
        <Dialog
          wide
          title={t('list.unreadable', { count: rows.length })}
          onClose={() => setOpen(false)}
          footer={<Button onClick={() => setOpen(false)}>{t('action.close')}</Button>}
        >
          <div className="stack">
            <p className="muted">{t('list.unreadableText')}</p>
            {rows.slice(0, shownAtMost).map(row => (
              <pre className="raw" key={`${row.index} ${row.raw.slice(0, 40)}`}>
                {row.raw}
              </pre>
            ))}
          </div>
        </Dialog>
      ) : null}
    </>
  )
}
