import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { isolated } from '../model/direction.ts'
import { words } from './words.ts'

export const setupI18n = async (language: 'tr' | 'en'): Promise<i18n> => {
  const instance = i18next.createInstance()
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { tr: { translation: words.tr }, en: { translation: words.en } },
    // React escapes by itself; what is left to do is that a text of the shop's keeps its direction to itself.
    interpolation: { escape: isolated },
    returnNull: false,
  })
  return instance
}
