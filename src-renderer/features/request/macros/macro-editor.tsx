import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '../../../../src-main/contract/limits.ts'
import type { CancellationReason } from '../../../../src-main/contract/resources.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, useTyped } from '../../../ui/dialog.tsx'
import { AreaField, SelectField, TextField } from '../../../ui/field.tsx'
import { useLimit } from '../../common/services/use-limit.ts'
import { reasonText } from '../../common/words/record-words.ts'
import { cancellationTypeWords } from '../../common/words/status-words.ts'
import { reasonsFor } from '../form/choices.ts'
import { type Macro, macroProblems, macroVariables, reasonOf } from './macros.ts'

interface MacroEditorProps {
  readonly macro: Macro
  readonly others: readonly Macro[]
  readonly reasons: readonly CancellationReason[]
  readonly onSave: (macro: Macro) => void
  readonly onClose: () => void
}

const types = ['cancel', 'refund'] as const

export const MacroEditor = ({ macro, others, reasons, onSave, onClose }: MacroEditorProps) => {
  const { t, i18n } = useTranslation()
  // Without the id, because a new macro gets a new id each time the editor opens.
  const { id: _, ...begun } = macro
  const [draft, type, forget] = useTyped(`macro ${JSON.stringify(begun)}`, macro)
  const [checked, setChecked] = useState(false)
  const problems = macroProblems(draft, others)
  const limitOf = useLimit()
  const name = limitOf(draft.name.trim(), limits.macroName)
  const note = limitOf(draft.note, limits.description)
  const fitting = reasonsFor(reasons, draft.type)
  const chosen = reasonOf(draft, reasons)
  const change = (some: Partial<Macro>) => type(before => ({ ...before, ...some }))
  const choose = (id: string) => {
    const reason = fitting.find(each => each.id === id)
    change({ reason: reason ? { id, text: reasonText(reason, i18n.language) } : null })
  }
  const save = () => {
    setChecked(true)
    const fits = name.error === null && note.error === null
    if (!fits || problems.name !== null || problems.note.length > 0) return
    forget()
    onSave({ ...draft, name: draft.name.trim() })
  }
  const cancel = () => {
    forget()
    onClose()
  }
  return (
    <Dialog
      title={t('macro.edit')}
      testId="macro-editor"
      onClose={onClose}
      footer={
        <>
          <Button onClick={cancel}>{t('action.cancel')}</Button>
          <Button variant="primary" testId="macro-save" onClick={save}>
            {t('macro.save')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <TextField
          label={t('macro.name')}
          testId="macro-name"
          value={draft.name}
          error={name.error ?? (checked && problems.name ? t(`macro.problem.${problems.name}`) : null)}
          counter={name.counter}
          onChange={event => change({ name: event.target.value })}
        />
        <SelectField
          label={t('form.type')}
          testId="macro-type"
          value={draft.type}
          onChange={event => change({ type: event.target.value === 'refund' ? 'refund' : 'cancel', reason: null })}
        >
          {types.map(type => (
            <option key={type} value={type}>
              {cancellationTypeWords(type, t)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('form.reason')}
          testId="macro-reason"
          value={chosen?.id ?? ''}
          hint={
            draft.reason !== null && chosen === null ? t('macro.reasonElsewhere', { reason: draft.reason.text }) : null
          }
          onChange={event => choose(event.target.value)}
        >
          <option value="">{t('macro.noReason')}</option>
          {fitting.map(reason => (
            <option key={reason.id} value={reason.id}>
              {reasonText(reason, i18n.language)}
            </option>
          ))}
        </SelectField>
        <AreaField
          label={t('form.description')}
          testId="macro-note"
          value={draft.note}
          error={
            note.error ??
            (checked && problems.note.length > 0
              ? t('macro.problem.unknownVariable', { names: joinedTexts(problems.note, ', ') })
              : null)
          }
          counter={note.counter}
          hint={t('macro.variables')}
          onText={text => change({ note: text })}
        />
        <div className="cluster" role="group" aria-label={t('macro.insert')}>
          {macroVariables.map(variable => (
            <Button key={variable} small onClick={() => change({ note: `${draft.note}{${variable}}` })}>
              {t(`macro.variable.${variable}`)}
            </Button>
          ))}
        </div>
      </div>
    </Dialog>
  )
}
