import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../navigation/navigation.tsx'
import { usePreferences } from '../services/services.tsx'
import { CheatSheet } from './cheat-sheet.tsx'
import { useCommand } from './commands.tsx'
import { Said } from './said.tsx'
import { useFocusRescue } from './use-focus-rescue.ts'

export const keysSectionId = 'keys'

const showKeysSection = (): void => {
  const section = document.getElementById(keysSectionId)
  section?.scrollIntoView()
  section?.focus({ preventScroll: true })
}

const useLookCommands = (): void => {
  const { language, theme, setLanguage, setTheme } = usePreferences()
  useCommand('window.theme', () => {
    const isDark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
    setTheme(isDark ? 'light' : 'dark')
  })
  useCommand('window.language', () => setLanguage(language === 'tr' ? 'en' : 'tr'))
}

/** What the keyboard brings to the whole window: the cheat sheet, a word about what a key did, and focus that is never lost. */
export const Keyboard = () => {
  const { i18n } = useTranslation()
  const { go } = useNavigation()
  const [helping, setHelping] = useState(false)
  useCommand('window.help', () => setHelping(true))
  useLookCommands()
  useFocusRescue()
  const changeKeys = () => {
    setHelping(false)
    go('settings')
    requestAnimationFrame(showKeysSection)
  }
  return (
    <>
      {helping ? <CheatSheet onClose={() => setHelping(false)} onChangeKeys={changeKeys} /> : null}
      <Said key={i18n.language} />
    </>
  )
}
