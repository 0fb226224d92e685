import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { words } from './words.ts'

export const setupI18n = async (language: 'tr' | 'en'): Promise<i18n> => {
  const instance = i18next.createInstance()
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { tr: { translation: words.tr }, en: { translation: words.en } },
    // React escapes by itself.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return instance
}
