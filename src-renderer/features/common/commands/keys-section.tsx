import { Keyboard as KeyboardIcon, RotateCcw, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { type CommandId, catalogue, commandGroups, commandIds, keysOf, type OwnKeys } from './catalogue.ts'
import { PressCaps, useCommandCenter } from './commands.tsx'
import { giveKey, judgeKey, restoreKeys, takeKeysAway, useKeyboardLayout, useKeySettings } from './key-settings.ts'
import { keysSectionId } from './keyboard.tsx'
import { type Press, pressOf, printPress } from './keys.ts'
import './keyboard.css'

/** The part of the settings where keys are changed. */
export const KeysSection = () => {
  const { t } = useTranslation()
  const center = useCommandCenter()
  const { own, singleKeys, set } = useKeySettings()
  return (
    <section
      className="card card-body stack keys-section"
      id={keysSectionId}
      tabIndex={-1}
      data-testid="keys-section"
      aria-label={t('settings.keys')}
    >
      <div className="spread">
        <h2>{t('settings.keys')}</h2>
        <span className="cluster">
          <Button
            small
            variant="ghost"
            icon={KeyboardIcon}
            testId="keys-open"
            onClick={() => center?.run('window.help')}
          >
            {t('keys.open')}
          </Button>
          <Button
            small
            icon={RotateCcw}
            testId="keys-reset-all"
            disabled={Object.keys(own).length === 0}
            onClick={() => set({ singleKeys, own: {} })}
          >
            {t('keys.resetAll')}
          </Button>
        </span>
      </div>
      <p className="muted">{t('keys.sectionText')}</p>
      <div>
        <CheckField
          label={t('keys.single')}
          testId="keys-single"
          checked={singleKeys}
          onChange={event => set({ singleKeys: event.target.checked, own })}
        />
        <p className="muted">{t('keys.singleText')}</p>
      </div>
      {commandGroups.map(group => (
        <section key={group} className="keys-group">
          <h3>{t(`command.group.${group}`)}</h3>
          <ul>
            {commandIds
              .filter(id => catalogue[id].group === group)
              .map(id => (
                <KeyRow key={id} id={id} own={own} onChange={next => set({ singleKeys, own: next })} />
              ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

interface KeyRowProps {
  readonly id: CommandId
  readonly own: OwnKeys
  readonly onChange: (own: OwnKeys) => void
}

/** A command's keys, with buttons to change them. */
const KeyRow = ({ id, own, onChange }: KeyRowProps) => {
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

/** Takes the next key press, which then runs no command. */
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
