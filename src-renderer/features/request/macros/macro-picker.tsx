import { Settings2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { joinedTexts } from '../../../model/direction.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { cancellationTypeWords } from '../../common/words/status-words.ts'
import type { Macro } from './macros.ts'
import './macros.css'

interface MacroPickerProps {
  readonly macros: readonly Macro[]
  readonly onPick: (macro: Macro) => void
  /** Null while the form has nothing to save as a macro. */
  readonly onMake: (() => void) | null
  readonly onClose: () => void
}

/** Chooses the macro that fills the form. */
export const MacroPicker = ({ macros, onPick, onMake, onClose }: MacroPickerProps) => {
  const { t } = useTranslation()
  const { go } = useNavigation()
  return (
    <Dialog
      title={t('macro.pick')}
      testId="macro-picker"
      onClose={onClose}
      footer={
        <>
          <Button
            variant="ghost"
            icon={Settings2}
            onClick={() => {
              onClose()
              go('settings')
            }}
          >
            {t('macro.manage')}
          </Button>
          {onMake ? (
            <Button testId="macro-make" onClick={onMake}>
              {t('macro.make')}
            </Button>
          ) : null}
          <Button onClick={onClose}>{t('action.close')}</Button>
        </>
      }
    >
      {macros.length === 0 ? (
        <p className="muted">{t('macro.none')}</p>
      ) : (
        <ul className="macro-list">
          {macros.map((macro, index) => (
            <li key={macro.id}>
              <button
                type="button"
                className="macro-pick"
                data-testid="macro-option"
                data-value={macro.id}
                onClick={() => onPick(macro)}
              >
                <MacroWords macro={macro} index={index} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

interface MacroWordsProps {
  readonly macro: Macro
  /** The position in the list. The first nine run by a digit key. */
  readonly index: number
  readonly withNote?: boolean
}

/** A macro in one line: key, name and values. */
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
