import { useEffect } from 'react'
import { useBridge } from '../data/services.tsx'
import { useNavigation } from '../navigation/navigation.tsx'
import { searchInputId } from './header.tsx'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)

export const focusSearch = (): void => {
  const box = document.getElementById(searchInputId)
  if (!(box instanceof HTMLInputElement)) return
  box.focus()
  box.select()
}

/** Keys of the whole window and the same commands from the menu. An open dialog keeps its keys to itself. */
export const useShortcuts = (refresh: () => void): void => {
  const bridge = useBridge()
  const { go } = useNavigation()

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]')) return
      const control = event.ctrlKey || event.metaKey
      const key = event.key.toLowerCase()
      const wantsSearch = (key === '/' && !control && !isTyping(event.target)) || (control && key === 'k')
      const wantsRefresh = key === 'f5' || (control && key === 'r')
      if (!wantsSearch && !wantsRefresh) return
      event.preventDefault()
      if (wantsSearch) focusSearch()
      else refresh()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [refresh])

  useEffect(
    () =>
      bridge.on('menu.command', ({ command }) => {
        if (command === 'find') focusSearch()
        else if (command === 'refresh') refresh()
        else go(command)
      }),
    [bridge, go, refresh],
  )
}
