import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../navigation/navigation.tsx'
import { usePreferences } from '../services/services.tsx'
import { Announcement } from './announcement.tsx'
import { CheatSheet } from './cheat-sheet.tsx'
import { useCommand } from './commands.tsx'

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

/** Keyboard support for the whole window: the cheat sheet, announcements, and focus that is never lost. */
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
      <Announcement key={i18n.language} />
    </>
  )
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body

const isSeen = (element: HTMLElement): boolean => element.getClientRects().length > 0

const ancestorsOf = (element: HTMLElement): readonly HTMLElement[] => {
  const { parentElement } = element
  return parentElement === null ? [] : [parentElement, ...ancestorsOf(parentElement)]
}

/** The nearest ancestor that can take focus; else the open row of the list, else the screen. */
const focusTargetIn = (around: readonly HTMLElement[]): HTMLElement | null =>
  around.find(element => element.isConnected && element.tabIndex === -1 && element.hasAttribute('tabindex')) ??
  [...document.querySelectorAll<HTMLElement>('.list-pane .row[aria-current="true"]')].find(isSeen) ??
  document.querySelector<HTMLElement>('.main-screen')

/** When the focused element is removed or disabled during keyboard use, moves the focus to an ancestor. */
const useFocusRescue = (): void => {
  useEffect(() => {
    const last: { around: readonly HTMLElement[]; byKey: boolean } = { around: [], byKey: false }
    let asked = 0
    const remember = ({ target }: FocusEvent) => {
      last.around = target instanceof HTMLElement ? ancestorsOf(target) : []
    }
    const rescue = () => {
      asked = 0
      if (last.byKey && isLost() && document.querySelector('dialog[open]') === null)
        focusTargetIn(last.around)?.focus({ preventScroll: true })
    }
    // Chromium takes the focus from a disabled button only with the next frame.
    const look = () => {
      if (asked === 0 && last.byKey) asked = requestAnimationFrame(rescue)
    }
    const onKey = () => {
      last.byKey = true
      look()
    }
    const onPointer = () => {
      last.byKey = false
    }
    const changes = new MutationObserver(look)
    changes.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
    document.addEventListener('focusin', remember)
    document.addEventListener('keydown', onKey, true)
    document.addEventListener('pointerdown', onPointer, true)
    return () => {
      changes.disconnect()
      cancelAnimationFrame(asked)
      document.removeEventListener('focusin', remember)
      document.removeEventListener('keydown', onKey, true)
      document.removeEventListener('pointerdown', onPointer, true)
    }
  }, [])
}
