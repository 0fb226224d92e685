import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../../ui/notice.tsx'
import { useServices } from '../../common/services/services.tsx'
import { useUnsent } from '../../common/services/use-entries.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { useAccounts } from '../../common/services/use-workspace.ts'
import { ReadinessCard } from './readiness-card.tsx'
import './readiness.css'

/** Bytes that this app keeps in the browser's storage, and what it may keep; null while unknown. */
const useStorage = (): { used: number; quota: number } | null => {
  const [storage, setStorage] = useState<{ used: number; quota: number } | null>(null)
  useEffect(() => {
    navigator.storage
      .estimate()
      .then(({ usage = 0, quota = 0 }) => setStorage({ used: usage, quota }))
      .catch(() => undefined)
  }, [])
  return storage
}

const megabyte = 1_000_000

/** What works on this computer without a connection, and what does not. */
export const ReadinessScreen = () => {
  const { t } = useTranslation()
  const format = useFormat()
  const { accounts } = useAccounts()
  const { protection } = useServices()
  const unsent = useUnsent().length
  const storage = useStorage()
  const size = (bytes: number) =>
    new Intl.NumberFormat(format.locale, {
      style: 'unit',
      unit: bytes > 1000 * megabyte ? 'gigabyte' : 'megabyte',
      maximumFractionDigits: 1,
    }).format(bytes / (bytes > 1000 * megabyte ? 1000 * megabyte : megabyte))
  return (
    <section className="page scroll" aria-label={t('nav.readiness')} data-testid="readiness">
      <header className="page-head">
        <div>
          <h1>{t('nav.readiness')}</h1>
          <p className="muted">{t('readiness.text')}</p>
        </div>
      </header>
      {accounts.map(account => (
        <ReadinessCard key={account.id} account={account} />
      ))}
      <section className="card card-body stack" aria-label={t('readiness.offline.title')}>
        <h2>{t('readiness.offline.title')}</h2>
        <ul className="readiness-list">
          <li>{t('readiness.offline.works')}</li>
          <li>{t('readiness.offline.waits', { count: unsent })}</li>
          <li>{t('readiness.offline.not')}</li>
        </ul>
        {storage ? (
          <p className="muted">
            {t('readiness.storage', { used: size(storage.used), quota: size(storage.quota) })}{' '}
            {t(`settings.protectedBy.${protection}`)}
          </p>
        ) : null}
        {accounts.some(account => !account.signedIn) ? <Notice tone="wait">{t('readiness.signedOut')}</Notice> : null}
      </section>
    </section>
  )
}
