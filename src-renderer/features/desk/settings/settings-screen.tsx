import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppInfo } from '../../../../src-main/contract/calls.ts'
import type { DesktopChoices, DesktopStanding } from '../../../../src-main/contract/desktop.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { CheckField, SelectField } from '../../../ui/field.tsx'
import { KeysSection } from '../../common/commands/keys-section.tsx'
import { Facts, linkFact } from '../../common/parts/facts.tsx'
import { FailureNotice } from '../../common/parts/failure-notice.tsx'
import { type Theme, useBridge, usePreferences, useServices } from '../../common/services/services.tsx'
import { MacroList } from '../../request/macros/macro-list.tsx'
import { AccountsSection } from './accounts-section.tsx'
import { ShopsSection } from './shops-section.tsx'
import './settings.css'

const themes: readonly Theme[] = ['system', 'light', 'dark']

export const SettingsScreen = () => {
  const { t } = useTranslation()
  const { language, theme, setLanguage, setTheme } = usePreferences()
  const { protection } = useServices()
  const info = useAppInfo()
  return (
    <section className="page scroll" aria-label={t('nav.settings')}>
      <h1>{t('nav.settings')}</h1>
      <section className="card card-body settings-look" aria-label={t('settings.look')}>
        <SelectField
          label={t('settings.language')}
          testId="settings-language"
          value={language}
          onChange={event => setLanguage(event.target.value === 'tr' ? 'tr' : 'en')}
        >
          <option value="tr" lang="tr">
            Türkçe
          </option>
          <option value="en" lang="en">
            English
          </option>
        </SelectField>
        <SelectField
          label={t('settings.theme')}
          testId="settings-theme"
          value={theme}
          onChange={event => setTheme(themes.find(each => each === event.target.value) ?? 'system')}
        >
          {themes.map(each => (
            <option key={each} value={each}>
              {t(`settings.themes.${each}`)}
            </option>
          ))}
        </SelectField>
      </section>
      <AccountsSection />
      <ShopsSection />
      <MacroList />
      <NoticesSection />
      <DesktopSection />
      <section className="card card-body stack" aria-label={t('settings.protection')}>
        <h2>{t('settings.protection')}</h2>
        <p data-testid="settings-protection" data-protection={protection}>
          {t(`settings.protectedBy.${protection}`)}
        </p>
        <p className="muted">{t('settings.protectedText')}</p>
      </section>
      <KeysSection />
      <section className="card card-body stack" aria-label={t('settings.about')}>
        <h2>{t('settings.about')}</h2>
        <Facts
          facts={[
            [t('settings.version'), info.version],
            ['Electron', info.electron],
            [t('settings.platform'), info.platform],
            [t('settings.dataFolder'), info.dataFolder],
            linkFact(t('settings.demoPanel'), info.demoPanelUrl, t('settings.openDemoPanel')),
          ]}
        />
      </section>
    </section>
  )
}

/** Tray, start with the computer, spelling. */
const DesktopSection = () => {
  const { t } = useTranslation()
  const bridge = useBridge()
  const [desktop, setDesktop] = useState<DesktopStanding | null>(null)
  const [trouble, setTrouble] = useState<Failure | null>(null)

  useEffect(() => {
    bridge.desktop.standing(undefined).then(
      reply => {
        if (reply.ok) setDesktop(reply.value)
      },
      () => undefined,
    )
  }, [bridge])

  const choose = (choice: Partial<DesktopChoices>) => {
    setTrouble(null)
    setDesktop(before => before && { ...before, ...choice })
    bridge.desktop.choose(choice).then(
      reply => {
        if (reply.ok) setDesktop(reply.value)
        else setTrouble(reply.failure)
      },
      () => undefined,
    )
  }
  const hasTray = desktop?.hasTray !== false
  const canStart = desktop?.canStartWithSystem === true
  const field = (name: keyof DesktopChoices, label: string, can = true) => (
    <CheckField
      label={label}
      testId={`settings-${name}`}
      disabled={desktop === null || !can}
      checked={can && desktop?.[name] === true}
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
        {field('startHidden', t('desktop.start.hidden'), canStart && desktop.startWithSystem)}
        {canStart && !hasTray ? <p className="muted">{t('desktop.start.noTray')}</p> : null}
        {desktop === null || canStart ? null : <p className="muted">{t('desktop.start.unsupported')}</p>}
      </div>
      <div className="desktop-choice">
        {field('spellcheck', t('desktop.spelling.label'))}
        <p className="muted">
          {t(desktop?.downloadsDictionaries === false ? 'desktop.spelling.system' : 'desktop.spelling.downloads')}
        </p>
      </div>
      {trouble ? <FailureNotice why={trouble} /> : null}
    </section>
  )
}

/** Whether the system shows notices about outcomes while the window is not in view. */
const NoticesSection = () => {
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

/** The facts about the program as of now: the demo shop, for one, may have come up since the start. */
function useAppInfo(): AppInfo {
  const { bridge, info } = useServices()
  const [latest, setLatest] = useState(info)
  useEffect(() => {
    let isGone = false
    bridge.app.info(undefined).then(
      reply => {
        if (reply.ok && !isGone) setLatest(reply.value)
      },
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [bridge])
  return latest
}
