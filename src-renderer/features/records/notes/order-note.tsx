import { StickyNote } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '../../../../src-main/contract/limits.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { Button } from '../../../ui/button.tsx'
import { AreaField } from '../../../ui/field.tsx'
import { useCommand, useKeyTitle } from '../../common/commands/commands.tsx'
import { useAge, useFormat } from '../../common/services/use-format.ts'
import { useLimit } from '../../common/services/use-limit.ts'
import { type Note, useNote } from './use-note.ts'
import './notes.css'

interface OrderNoteProps {
  readonly accountId: string
  readonly orderId: string
}

/** A note on an order, or a button to write one. The text is saved while it is typed. */
export const OrderNote = ({ accountId, orderId }: OrderNoteProps) => {
  const { t } = useTranslation()
  const { note, notSaved, write } = useNote(accountId, orderId)
  const [typed, setTyped] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const isOpen = typed !== null
  // A text that is too long is saved as well, so that nothing is lost. It only can't be finished.
  const limit = useLimit()(typed ?? '', limits.note)
  const focusText = () => box.current?.querySelector('textarea')?.focus()
  const begin = () => setTyped(before => before ?? note?.text ?? '')
  useCommand('record.note', begin)
  const title = useKeyTitle(t('note.add'), 'record.note')
  useEffect(() => {
    if (isOpen) box.current?.querySelector('textarea')?.focus()
  }, [isOpen])
  if (typed !== null)
    return (
      <div className="note" ref={box} data-testid="note">
        <AreaField
          label={t('note.label')}
          hint={t('note.hint')}
          testId="note-text"
          value={typed}
          onText={text => {
            setTyped(text)
            write(text)
          }}
          error={limit.error ?? (notSaved ? t('note.notSaved') : null)}
          counter={limit.counter}
        />
        <div>
          <Button small testId="note-done" onClick={() => (limit.error === null ? setTyped(null) : focusText())}>
            {t('note.done')}
          </Button>
        </div>
      </div>
    )
  if (note === null)
    return (
      <Button small icon={StickyNote} testId="note-add" title={title} onClick={begin}>
        {t('note.add')}
      </Button>
    )
  return (
    <div className="note" data-testid="note">
      <p className="note-words" data-testid="note-words">
        {note.text}
      </p>
      <div className="spread">
        <Written note={note} />
        <Button small variant="ghost" testId="note-edit" onClick={begin}>
          {t('note.edit')}
        </Button>
      </div>
      {notSaved ? (
        <p className="field-error" role="alert">
          {t('note.notSaved')}
        </p>
      ) : null}
    </div>
  )
}

const Written = ({ note }: { note: Note }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const age = useAge(note.at)
  return (
    <span className="muted" title={format.moment(note.at)}>
      {joinedTexts([t('note.saved', { age }), t('note.hint')], ' · ')}
    </span>
  )
}

/** The mark in a row whose order has a note. */
export const NoteMark = ({ accountId, orderId }: { accountId: string; orderId: string }) => {
  const { t } = useTranslation()
  const { note } = useNote(accountId, orderId)
  if (note === null) return null
  return (
    <span className="note-mark" data-testid="note-mark" title={note.text}>
      <StickyNote className="icon" aria-hidden />
      <span className="sr-only">{t('note.mark')}</span>
    </span>
  )
}
