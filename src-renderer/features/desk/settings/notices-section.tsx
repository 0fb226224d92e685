import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../../../ui/field.tsx'
import { useBridge } from '../../common/services/services.tsx'
import { useAppInfo } from './use-app-info.ts'

/** Whether the system says how requests ended while nobody looks. */
export const NoticesSection = () => {
  const { t } = useTranslation()
  const bridge = useBridge()
  const { notices } = useAppInfo()
  const [chosen, setChosen] = useState<boolean | null>(null)
  const isPossible = notices !== 'unsupported'
  return (
    <section className="card card-body stack" aria-label={t('settings.notices.title')}>
      <h2>{t('settings.notices.title')}</h2>
      <CheckField
        label={t('settings.notices.label')}
        testId="settings-notices"
        disabled={!isPossible}
        checked={isPossible && (chosen ?? notices === 'on')}
        onChange={event => {
          setChosen(event.target.checked)
          bridge.app.prefer({ notices: event.target.checked }).catch(() => undefined)
        }}
      />
      <p className="muted">{t(isPossible ? 'settings.notices.text' : 'settings.notices.unsupported')}</p>
    </section>
  )
}
