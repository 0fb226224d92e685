import { useEffect } from 'react'
import { useCommand } from '../../common/commands/commands.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'

const backButton = 3
const forwardButton = 4

const nothing = () => undefined

/** Back and forward by command, and by the buttons that a mouse has for it. */
export const useHistoryCommands = (): void => {
  const { back, forward } = useNavigation()
  useCommand('go.back', back ?? nothing, back !== null)
  useCommand('go.forward', forward ?? nothing, forward !== null)

  useEffect(() => {
    const onButton = (event: MouseEvent) => {
      if (event.button !== backButton && event.button !== forwardButton) return
      event.preventDefault()
      if (document.querySelector('dialog[open]')) return
      if (event.button === backButton) back?.()
      else forward?.()
    }
    window.addEventListener('mouseup', onButton)
    return () => window.removeEventListener('mouseup', onButton)
  }, [back, forward])
}
