import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import type { Entry } from '../../../src-main/contract/entries.ts'
import { NavigationProvider, type Screen } from '../../../src-renderer/features/common/navigation/navigation.tsx'
import type { Counterside } from '../../../src-renderer/features/common/services/services.tsx'
import { type Services, ServicesProvider } from '../../../src-renderer/features/common/services/services.tsx'
import { setupI18n } from '../../../src-renderer/i18n/setup.ts'
import { keptInMemory } from '../../../src-renderer/storage/kept-store.ts'
import { createFakeBridge } from './fake-bridge.ts'
import { fakeCounterside } from './fake-counterside.ts'

export const words = { tr: await setupI18n('tr'), en: await setupI18n('en') }

/** What the screens stand on, over these rows; nothing in it acts. */
export const servicesOver = (counterside: Counterside): Services => ({
  bridge: createFakeBridge(),
  counterside,
  info: {
    version: '',
    electron: '',
    platform: '',
    region: 'tr-TR',
    language: 'tr',
    theme: 'light',
    dataFolder: '',
    accountsSetAside: null,
    demoPanelUrl: null,
    notices: 'on',
  },
  protection: 'key-file',
  preferences: { language: 'tr', theme: 'light', setLanguage: () => undefined, setTheme: () => undefined },
  kept: keptInMemory(),
})

/** A part of the screens as markup, over these entries and the fixed rows. Effects do not run. */
export const draw = (
  node: ReactNode,
  entries: readonly Entry[] = [],
  language: keyof typeof words = 'en',
  first: Screen = 'outbox',
): string =>
  renderToStaticMarkup(
    <I18nextProvider i18n={words[language]}>
      <ServicesProvider value={servicesOver(fakeCounterside({ entries }))}>
        <NavigationProvider first={first}>{node}</NavigationProvider>
      </ServicesProvider>
    </I18nextProvider>,
  )
