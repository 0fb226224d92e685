import { ListChecks } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { AreaField } from '../../ui/field.tsx'
import type { Sought } from '../cancellation/draft-store.ts'
import { isOneOf } from '../commands/keys.ts'
import { useFormat } from '../data/use-format.ts'
import { mostNumbers, readNumbers } from './pasted-numbers.ts'

interface NumbersBoxProps {
  readonly sought: Sought
  readonly onSought: (sought: Sought) => void
  readonly onClear: () => void
}

/** Where order numbers are pasted. Nothing is looked up before the button is pressed. */
export const NumbersBox = ({ sought, onSought, onClear }: NumbersBoxProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const box = useRef<HTMLFormElement>(null)
  const isFresh = sought.numbers.length === 0
  useEffect(() => {
    if (isFresh) box.current?.querySelector('textarea')?.focus()
  }, [isFresh])
  const { numbers, beyond } = readNumbers(sought.text)
  return (
    <form
      ref={box}
      className="several-box"
      onSubmit={event => {
        event.preventDefault()
        onSought({ ...sought, numbers })
      }}
      onKeyDown={event => {
        if (!isOneOf(event.nativeEvent, ['Ctrl+Enter'])) return
        event.preventDefault()
        if (event.repeat) return
        event.currentTarget.requestSubmit()
      }}
    >
      <AreaField
        label={t('several.numbers')}
        testId="several-numbers"
        spellCheck={false}
        rows={3}
        value={sought.text}
        hint={t('several.numbersHint', { most: format.count(mostNumbers) })}
        warning={beyond > 0 ? t('several.beyond', { count: beyond, most: format.count(mostNumbers) }) : null}
        onText={text => onSought({ ...sought, text })}
      />
      <div className="cluster">
        <Button
          type="submit"
          variant={isFresh ? 'primary' : 'secondary'}
          icon={ListChecks}
          testId="several-find"
          disabled={numbers.length === 0}
        >
          {t('several.find', { count: numbers.length, shown: format.count(numbers.length) })}
        </Button>
        {sought.text === '' && isFresh ? null : (
          <Button variant="ghost" testId="several-clear" onClick={onClear}>
            {t('several.clear')}
          </Button>
        )}
      </div>
    </form>
  )
}
