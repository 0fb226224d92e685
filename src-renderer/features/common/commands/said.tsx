import { useEffect, useLayoutEffect, useRef } from 'react'
import { createWatched } from '../../../model/watched.ts'
import { useNavigation } from '../navigation/navigation.tsx'
import { useWatched } from '../services/use-watched.ts'
import './keyboard.css'

/** A word is seen at a glance, a sentence is read. */
const shownMs = ({ text }: { readonly text: string }): number => Math.max(2500, text.length * 70)
const said = createWatched<{ readonly text: string } | null>(null)

/** One short word about what a key just did, where no button changed to say it. */
export const say = (text: string): void => said.set({ text })

export const Said = () => {
  const word = useWatched(said)
  const { screen } = useNavigation()
  // A word about one screen says nothing on another; a word that came with the other screen stays.
  const shown = useRef({ screen, word })
  useLayoutEffect(() => {
    const before = shown.current
    shown.current = { screen, word }
    if (before.screen !== screen && before.word === word) said.set(null)
  }, [screen, word])
  useEffect(() => {
    if (word === null) return
    const timer = setTimeout(() => said.set(null), shownMs(word))
    return () => clearTimeout(timer)
  }, [word])
  return (
    <div className="said" role="status" data-testid="said">
      {word === null ? null : <span className="said-text">{word.text}</span>}
    </div>
  )
}
