import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import en from './en.json'
import tr from './tr.json'

export const resources = { tr: { translation: tr }, en: { translation: en } } as const

export const setupI18n = async (language: 'tr' | 'en'): Promise<i18n> => {
  const instance = i18next.createInstance()
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources,
    // React escapes by itself.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return instance
}
