import { useEffect } from 'react'
import { useCommand } from '../commands/commands.tsx'
import { useBridge } from '../data/services.tsx'
import { useNavigation } from '../navigation/navigation.tsx'
import { searchInputId } from './header.tsx'

export const focusSearch = (): void => {
  const box = document.getElementById(searchInputId)
  if (!(box instanceof HTMLInputElement)) return
  box.focus()
  box.select()
}

/** Commands of the whole window, by key and from the menu. */
export const useShortcuts = (refresh: () => void): void => {
  const bridge = useBridge()
  const { go } = useNavigation()

  useCommand('find.inList', focusSearch)
  useCommand('window.refresh', refresh)
  useCommand('go.orders', () => go('orders'))
  useCommand('go.requests', () => go('requests'))
  useCommand('go.pending', () => go('pending'))
  useCommand('go.old-orders', () => go('old-orders'))
  useCommand('go.outbox', () => go('outbox'))
  useCommand('go.activity', () => go('activity'))
  useCommand('go.several', () => go('several'))
  useCommand('go.settings', () => go('settings'))

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
