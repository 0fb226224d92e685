import { ArrowDown, ArrowUp, Pencil, Plus, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { moved } from '../../common/services/collections.ts'
import { useActiveWorkspace, useList } from '../../common/services/use-workspace.ts'
import { MacroEditor } from './macro-editor.tsx'
import { MacroWords } from './macro-picker.tsx'
import { type Macro, useMacros } from './macros.ts'
import './macros.css'

interface MacroButtonsProps {
  readonly name: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: 1 | -1) => void
  readonly onChange: () => void
  readonly onDelete: () => void
}

const MacroButtons = ({ name, isFirst, isLast, onMove, onChange, onDelete }: MacroButtonsProps) => {
  const { t } = useTranslation()
  const shared = { small: true, variant: 'ghost' } as const
  return (
    <>
      <Button
        {...shared}
        icon={ArrowUp}
        disabled={isFirst}
        aria-label={t('macro.up', { name })}
        onClick={() => onMove(-1)}
      />
      <Button
        {...shared}
        icon={ArrowDown}
        disabled={isLast}
        aria-label={t('macro.down', { name })}
        onClick={() => onMove(1)}
      />
      <Button
        {...shared}
        icon={Pencil}
        testId="macro-edit"
        aria-label={t('macro.change', { name })}
        onClick={onChange}
      />
      <Button
        {...shared}
        icon={Trash2}
        testId="macro-delete"
        aria-label={t('macro.delete', { name })}
        onClick={onDelete}
      />
    </>
  )
}

/** All macros of this computer, to add, change, sort and delete. */
export const MacroList = () => {
  const { t } = useTranslation()
  const { macros, keep, put } = useMacros()
  const reasons = useList(useActiveWorkspace('customer')?.reasons ?? null).rows
  const [edited, setEdited] = useState<Macro | null>(null)
  const [before, setBefore] = useState<readonly Macro[] | null>(null)
  const remove = (macro: Macro) => {
    setBefore(macros)
    put(macros.filter(each => each.id !== macro.id))
  }
  return (
    <section className="card card-body stack" aria-label={t('macro.title')} data-testid="macros">
      <div className="spread">
        <h2>{t('macro.title')}</h2>
        <Button
          small
          icon={Plus}
          testId="macro-new"
          onClick={() => setEdited({ id: crypto.randomUUID(), name: '', type: 'refund', reason: null, note: '' })}
        >
          {t('macro.new')}
        </Button>
      </div>
      <p className="muted">{t('macro.text')}</p>
      {macros.length === 0 ? null : (
        <ol className="macro-list">
          {macros.map((macro, index) => (
            <li key={macro.id} className="macro-row" data-testid="macro-row" data-macro-id={macro.id}>
              <MacroWords macro={macro} index={index} withNote />
              <MacroButtons
                name={macro.name}
                isFirst={index === 0}
                isLast={index === macros.length - 1}
                onMove={by => put(moved(macros, index, by))}
                onChange={() => setEdited(macro)}
                onDelete={() => remove(macro)}
              />
            </li>
          ))}
        </ol>
      )}
      {before !== null && before.length > macros.length ? (
        <div className="cluster" role="status">
          {t('macro.deleted')}
          <Button
            small
            icon={Undo2}
            testId="macro-undo"
            onClick={() => {
              put(before)
              setBefore(null)
            }}
          >
            {t('macro.undo')}
          </Button>
        </div>
      ) : null}
      {edited ? (
        <MacroEditor
          macro={edited}
          others={macros}
          reasons={reasons}
          onSave={macro => {
            keep(macro)
            setEdited(null)
          }}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </section>
  )
}
