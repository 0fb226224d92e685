import { ScanSearch } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCommandCenter, useKeyHint } from '../../common/commands/commands.tsx'

/** Opens the one box by pointer, and shows its key. */
export const FindButton = () => {
  const { t } = useTranslation()
  const center = useCommandCenter()
  const keys = useKeyHint('find.box')
  return (
    <button
      type="button"
      className="button button-secondary find-button"
      data-testid="find-open"
      title={t('find.title')}
      onClick={() => center?.run('find.box')}
    >
      <ScanSearch className="icon" aria-hidden />
      <span className="find-button-name">{t('find.open')}</span>
      {keys.length === 0 ? null : (
        <span className="kbd" aria-hidden>
          {keys.join(' ')}
        </span>
      )}
    </button>
  )
}
