import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DesktopChoices, DesktopStanding } from '../../../../src-main/contract/desktop.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { CheckField } from '../../../ui/field.tsx'
import { FailureNotice } from '../../common/parts/failure-notice.tsx'
import { useBridge } from '../../common/services/services.tsx'

/** How the app lives in the system: tray, start with the computer, spelling. */
export const DesktopSection = () => {
  const { t } = useTranslation()
  const bridge = useBridge()
  const [standing, setStanding] = useState<DesktopStanding | null>(null)
  const [trouble, setTrouble] = useState<Failure | null>(null)

  useEffect(() => {
    bridge.desktop.standing(undefined).then(
      reply => {
        if (reply.ok) setStanding(reply.value)
      },
      () => undefined,
    )
  }, [bridge])

  const choose = (choice: Partial<DesktopChoices>) => {
    setTrouble(null)
    setStanding(before => before && { ...before, ...choice })
    bridge.desktop.choose(choice).then(
      reply => {
        if (reply.ok) setStanding(reply.value)
        else setTrouble(reply.failure)
      },
      () => undefined,
    )
  }
  const hasTray = standing?.hasTray !== false
  const canStart = standing?.canStartWithSystem === true
  const field = (name: keyof DesktopChoices, label: string, can = true) => (
    <CheckField
      label={label}
      testId={`settings-${name}`}
      disabled={standing === null || !can}
      checked={can && standing?.[name] === true}
      onChange={event => choose({ [name]: event.target.checked })}
    />
  )
  return (
    <section className="card card-body stack" aria-label={t('desktop.title')}>
      <h2>{t('desktop.title')}</h2>
      <div className="desktop-choice">
        {field('closeToTray', t('desktop.closeToTray.label'))}
        <p className="muted">{t('desktop.closeToTray.text')}</p>
        {hasTray ? null : <p className="muted">{t('desktop.closeToTray.noTray')}</p>}
      </div>
      <div className="desktop-choice">
        {field('startWithSystem', t('desktop.start.label'), canStart)}
        {field('startHidden', t('desktop.start.hidden'), canStart && standing.startWithSystem)}
        {canStart && !hasTray ? <p className="muted">{t('desktop.start.noTray')}</p> : null}
        {standing === null || canStart ? null : <p className="muted">{t('desktop.start.unsupported')}</p>}
      </div>
      <div className="desktop-choice">
        {field('spellcheck', t('desktop.spelling.label'))}
        <p className="muted">
          {t(standing?.downloadsDictionaries === false ? 'desktop.spelling.system' : 'desktop.spelling.downloads')}
        </p>
      </div>
      {trouble ? <FailureNotice why={trouble} /> : null}
    </section>
  )
}
