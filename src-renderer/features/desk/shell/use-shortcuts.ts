import { useCommand } from '../../common/commands/commands.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { searchInputId } from './header.tsx'

export const focusSearch = (): void => {
  const box = document.getElementById(searchInputId)
  if (!(box instanceof HTMLInputElement)) return
  box.focus()
  box.select()
}

/** Commands of the whole window. */
export const useShortcuts = (refresh: () => void): void => {
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
  useCommand('go.readiness', () => go('readiness'))
  useCommand('go.summary', () => go('summary'))
  useCommand('go.settings', () => go('settings'))
}
