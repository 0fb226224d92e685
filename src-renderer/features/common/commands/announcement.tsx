import { useEffect, useLayoutEffect, useRef } from 'react'
import { createWatched } from '../../../model/watched.ts'
import { useNavigation } from '../navigation/navigation.tsx'
import { useWatched } from '../services/use-watched.ts'
import './keyboard.css'

interface Message {
  readonly text: string
}

const latest = createWatched<Message | null>(null)

/** Shows a short message about what a key just did, where no button changes to show it. */
export const say = (text: string): void => latest.set({ text })

/** Shows what `say` was called with, for a while. */
export const Announcement = () => {
  const message = useWatched(latest)
  const { screen } = useNavigation()
  // A message disappears with its screen, unless it arrived together with the next one.
  const shown = useRef({ screen, message })
  useLayoutEffect(() => {
    const before = shown.current
    shown.current = { screen, message }
    if (before.screen !== screen && before.message === message) latest.set(null)
  }, [screen, message])
  useEffect(() => {
    if (message === null) return
    const timer = setTimeout(() => latest.set(null), readingMs(message))
    return () => clearTimeout(timer)
  }, [message])
  return (
    <div className="said" role="status" data-testid="said">
      {message === null ? null : <span className="said-text">{message.text}</span>}
    </div>
  )
}

/** Long messages need longer to read. */
const readingMs = ({ text }: Message): number => Math.max(2500, text.length * 70)
