import { useTranslation } from 'react-i18next'
import { SelectField } from '../../../ui/field.tsx'
import { KeysSection } from '../../common/commands/keys-section.tsx'
import { Facts } from '../../common/parts/facts.tsx'
import { linkFact } from '../../common/parts/link-fact.tsx'
import { type Theme, usePreferences, useServices } from '../../common/services/services.tsx'
import { MacroList } from '../../request/macros/macro-list.tsx'
import { AccountsSection } from './accounts-section.tsx'
import { DesktopSection } from './desktop-section.tsx'
import { NoticesSection } from './notices-section.tsx'
import { ShopsSection } from './shops-section.tsx'
import { useAppInfo } from './use-app-info.ts'
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
