import { useTranslation } from 'react-i18next'
import { joinedTexts } from '../../../model/direction.ts'
import { cancellationTypeWords } from '../../common/words/status-words.ts'
import type { Macro } from './macro.ts'

interface MacroWordsProps {
  readonly macro: Macro
  /** Its place among all; the first nine have a digit for a key. */
  readonly index: number
  readonly withNote?: boolean
}

/** A macro in one line: its key, its name, and what it fills in. */
export const MacroWords = ({ macro, index, withNote = false }: MacroWordsProps) => {
  const { t } = useTranslation()
  const fills = [cancellationTypeWords(macro.type, t), macro.reason?.text, withNote ? macro.note : null]
  return (
    <>
      <span className="kbd" aria-hidden>
        {index < 9 ? index + 1 : '·'}
      </span>
      <span className="macro-words">
        <span className="strong">{macro.name}</span>
        <span className="muted ellipsis">{joinedTexts(fills, ' · ')}</span>
      </span>
    </>
  )
}
