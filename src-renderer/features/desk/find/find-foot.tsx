import { useTranslation } from 'react-i18next'

/** The keys of the box. They are no news to whoever hears the screen. */
export const FindFoot = () => {
  const { t } = useTranslation()
  return (
    <footer className="find-foot" aria-hidden>
      <span>
        <kbd className="kbd">↑</kbd> <kbd className="kbd">↓</kbd> {t('find.keys.move')}
      </span>
      <span>
        <kbd className="kbd">↵</kbd> {t('find.keys.open')}
      </span>
      <span>
        <kbd className="kbd">Ctrl</kbd> <kbd className="kbd">↵</kbd> {t('find.keys.tab')}
      </span>
      <span className="find-foot-end">{t('find.keys.scan')}</span>
    </footer>
  )
}
