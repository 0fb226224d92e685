import { StickyNote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNote } from './use-note.ts'
import './notes.css'

/** In a row: somebody wrote something down about this order. */
export const NoteMark = ({ accountId, orderId }: { accountId: string; orderId: string }) => {
  const { t } = useTranslation()
  const { note } = useNote(accountId, orderId)
  if (note === null) return null
  return (
    <span className="note-mark" data-testid="note-mark" title={note.text}>
      <StickyNote className="icon" aria-hidden />
      <span className="sr-only">{t('note.mark')}</span>
    </span>
  )
}
