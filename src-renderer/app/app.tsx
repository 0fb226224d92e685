import type { i18n } from 'i18next'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { I18nextProvider } from 'react-i18next'
import type { Bridge } from '../../src-main/contract/bridge.ts'
import type { AppInfo } from '../../src-main/contract/calls.ts'
import type { Language, Preferences, Theme } from '../features/common/services/services.tsx'
import { localeOf } from '../features/common/services/use-format.ts'
import { setupI18n } from '../i18n/setup.ts'
import { openMs, withDeadline } from '../storage/deadline.ts'
import { type AppProps, Gate } from './gate.tsx'

const showTheme = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

const usePreferenceState = (bridge: Bridge, info: AppInfo, words: i18n): Preferences => {
  const [language, setLanguageState] = useState<Language>(info.language)
  const [theme, setThemeState] = useState<Theme>(info.theme)

  useEffect(() => showTheme(theme), [theme])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])

  return useMemo(
    () => ({
      language,
      theme,
      setLanguage: (next: Language) => {
        setLanguageState(next)
        words.changeLanguage(next).catch(() => undefined)
        bridge.app.prefer({ language: next }).catch(() => undefined)
      },
      setTheme: (next: Theme) => {
        setThemeState(next)
        bridge.app.prefer({ theme: next }).catch(() => undefined)
      },
    }),
    [language, theme, words, bridge],
  )
}

const Ready = ({ bridge, createCounterside, info, words }: AppProps & { info: AppInfo; words: i18n }) => {
  const preferences = usePreferenceState(bridge, info, words)
  return (
    <I18nextProvider i18n={words}>
      <I18nProvider locale={localeOf(preferences.language)}>
        <Gate bridge={bridge} createCounterside={createCounterside} info={info} preferences={preferences} />
      </I18nProvider>
    </I18nextProvider>
  )
}

/** Used when main does not answer, so that the screens have a language to say so in. */
const blindInfo: AppInfo = {
  version: '',
  electron: '',
  platform: '',
  language: navigator.language.toLowerCase().startsWith('tr') ? 'tr' : 'en',
  region: navigator.language,
  theme: 'system',
  dataFolder: '',
  accountsSetAside: null,
  demoPanelUrl: null,
  notices: 'unsupported',
}

export const App = ({ bridge, createCounterside }: AppProps) => {
  const [known, setKnown] = useState<{ info: AppInfo; words: i18n } | null>(null)

  const begin = useCallback(async () => {
    // Screens are shown even without an answer.
    const reply = await withDeadline(bridge.app.info(undefined), openMs, 'Asking who we are')
    const info = reply.ok ? reply.value : blindInfo
    setKnown({ info, words: await setupI18n(info.language) })
  }, [bridge])

  useEffect(() => {
    begin().catch(async () => setKnown({ info: blindInfo, words: await setupI18n(blindInfo.language) }))
  }, [begin])

  return known === null ? null : <Ready bridge={bridge} createCounterside={createCounterside} {...known} />
}
