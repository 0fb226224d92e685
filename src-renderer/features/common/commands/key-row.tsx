import { RotateCcw, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { type CommandId, keysOf, type OwnKeys } from './catalogue.ts'
import { PressCaps } from './key-caps.tsx'
import { type Press, pressOf, printPress } from './keys.ts'
import { giveKey, judgeKey, restoreKeys, takeKeysAway } from './rebind.ts'
import { useKeyboardLayout } from './use-keyboard-layout.ts'

interface KeyRowProps {
  readonly id: CommandId
  readonly own: OwnKeys
  readonly onChange: (own: OwnKeys) => void
}

/** One command: its keys, and the ways to change them. */
export const KeyRow = ({ id, own, onChange }: KeyRowProps) => {
  const { t } = useTranslation()
  const layout = useKeyboardLayout()
  const [capturing, setCapturing] = useState(false)
  const [pressed, setPressed] = useState<Press | null>(null)
  const row = useRef<HTMLLIElement>(null)
  const asking = capturing || pressed !== null
  useEffect(() => {
    if (!asking && document.activeElement === document.body) row.current?.querySelector('button')?.focus()
  }, [asking])
  const command = t(`command.${id}`)
  const keys = keysOf(id, own)
  const judged = pressed === null ? null : judgeKey(pressed, id, own, layout)
  const key = pressed === null ? '' : printPress(pressed, layout).join('+')

  const give = (press: Press) => {
    onChange(giveKey(press, id, own, layout))
    setPressed(null)
    setCapturing(false)
  }
  const leave = () => {
    setPressed(null)
    setCapturing(false)
  }
  const hear = (press: Press) => {
    if (judgeKey(press, id, own, layout).kind === 'free') return give(press)
    setPressed(press)
    setCapturing(judgeKey(press, id, own, layout).kind === 'kept')
  }
  return (
    <li ref={row} className="keys-row" data-testid="key-row" data-command={id}>
      <span className="keys-name">{command}</span>
      <span className="cluster-tight">
        {keys.length === 0 ? <span className="muted">{t('keys.none')}</span> : null}
        {keys.map(press => (
          <PressCaps key={press} press={press} />
        ))}
      </span>
      <span className="keys-tools">
        {capturing ? (
          <Capture onPress={hear} onLeave={leave} />
        ) : (
          <Button
            small
            testId="key-change"
            aria-label={t('keys.changeOne', { command })}
            onClick={() => setCapturing(true)}
          >
            {t('keys.changeShort')}
          </Button>
        )}
        <Button
          small
          variant="ghost"
          icon={X}
          testId="key-remove"
          disabled={keys.length === 0}
          aria-label={t('keys.removeOne', { command })}
          title={t('keys.removeOne', { command })}
          onClick={() => onChange(takeKeysAway(id, own))}
        />
        <Button
          small
          variant="ghost"
          icon={RotateCcw}
          testId="key-reset"
          disabled={own[id] === undefined}
          aria-label={t('keys.resetOne', { command })}
          title={t('keys.resetOne', { command })}
          onClick={() => onChange(restoreKeys(id, own))}
        />
      </span>
      {judged?.kind === 'kept' ? (
        <Notice tone="wait" role="alert" testId="key-kept">
          {t('keys.kept', { key })}
        </Notice>
      ) : null}
      {judged?.kind === 'taken' && pressed !== null ? (
        <Taken
          text={t('keys.taken', { key, command: t(`command.${judged.by}`) })}
          onTake={() => give(pressed)}
          onLeave={leave}
        />
      ) : null}
    </li>
  )
}

const Taken = ({ text, onTake, onLeave }: { text: string; onTake: () => void; onLeave: () => void }) => {
  const { t } = useTranslation()
  const choices = useRef<HTMLSpanElement>(null)
  useEffect(() => choices.current?.querySelector('button')?.focus(), [])
  return (
    <Notice
      tone="wait"
      role="alert"
      testId="key-taken"
      actions={
        <span className="cluster" ref={choices}>
          <Button small testId="key-take" onClick={onTake}>
            {t('keys.take')}
          </Button>
          <Button small variant="ghost" testId="key-leave" onClick={onLeave}>
            {t('keys.leaveIt')}
          </Button>
        </span>
      }
    >
      {text}
    </Notice>
  )
}

/** Hears the next key; what it would run otherwise, it does not run. */
const Capture = ({ onPress, onLeave }: { onPress: (press: Press) => void; onLeave: () => void }) => {
  const { t } = useTranslation()
  const place = useRef<HTMLButtonElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <button
      ref={place}
      type="button"
      className="button button-primary button-small"
      data-testid="key-capture"
      onBlur={onLeave}
      onKeyDown={event => {
        if (event.key === 'Tab') return
        event.preventDefault()
        const press = pressOf(event.nativeEvent)
        if (event.key === 'Escape') onLeave()
        else if (press !== null && !event.repeat) onPress(press)
      }}
    >
      {t('keys.press')}
    </button>
  )
}
