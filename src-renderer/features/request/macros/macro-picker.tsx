import { Settings2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import type { Macro } from './macro.ts'
import { MacroWords } from './macro-words.tsx'
import './macros.css'

interface MacroPickerProps {
  readonly macros: readonly Macro[]
  readonly onPick: (macro: Macro) => void
  /** Null while there is nothing in the form that could be kept. */
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
