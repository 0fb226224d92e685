import { ArrowDown, ArrowUp, Pencil, Plus, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { cancellationTypeWords } from '../data/status-words.ts'
import { useActiveWorkspace, useList } from '../data/use-workspace.ts'
import type { Macro } from './macro.ts'
import { MacroEditor } from './macro-editor.tsx'
import { useMacros } from './use-macros.ts'
import './macros.css'

const moved = (macros: readonly Macro[], from: number, to: number): readonly Macro[] => {
  const next = [...macros]
  const [macro] = next.splice(from, 1)
  if (macro) next.splice(to, 0, macro)
  return next
}

/** Every macro of this computer: made, changed, ordered and deleted here. */
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
              <span className="kbd" aria-hidden>
                {index < 9 ? index + 1 : '·'}
              </span>
              <span className="macro-words">
                <span className="strong">{macro.name}</span>
                <span className="muted ellipsis">
                  {[cancellationTypeWords(macro.type, t), macro.reason?.text, macro.note].filter(Boolean).join(' · ')}
                </span>
              </span>
              <Button
                small
                variant="ghost"
                icon={ArrowUp}
                disabled={index === 0}
                aria-label={t('macro.up', { name: macro.name })}
                onClick={() => put(moved(macros, index, index - 1))}
              />
              <Button
                small
                variant="ghost"
                icon={ArrowDown}
                disabled={index === macros.length - 1}
                aria-label={t('macro.down', { name: macro.name })}
                onClick={() => put(moved(macros, index, index + 1))}
              />
              <Button
                small
                variant="ghost"
                icon={Pencil}
                testId="macro-edit"
                aria-label={t('macro.change', { name: macro.name })}
                onClick={() => setEdited(macro)}
              />
              <Button
                small
                variant="ghost"
                icon={Trash2}
                testId="macro-delete"
                aria-label={t('macro.delete', { name: macro.name })}
                onClick={() => remove(macro)}
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
