import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '../../../../src-main/contract/limits.ts'
import type { RecordKind } from '../../../model/record-kinds.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, useTyped } from '../../../ui/dialog.tsx'
import { CheckField, TextField } from '../../../ui/field.tsx'
import { useLimit } from '../../common/services/use-limit.ts'
import { useFilters } from '../filters/filter-store.tsx'
import type { ListFilter } from '../filters/filters.ts'
import type { ListLook } from '../filters/look.ts'
import { addView, type NameTrouble, nameTrouble, pinView } from './arrange.ts'
import { useKeptViews } from './use-views.tsx'
import type { View } from './view.ts'

interface SaveViewProps {
  readonly screen: RecordKind
  readonly views: readonly View[]
  readonly filter: ListFilter
  readonly look: ListLook
  readonly onClose: () => void
}

/** Saves what the list shows now as a view with a name. */
export const SaveView = ({ screen, views, filter, look, onClose }: SaveViewProps) => {
  const { t } = useTranslation()
  const form = useId()
  const { choose } = useFilters()
  const [kept, setKept] = useKeptViews(screen)
  const [{ name, isPinned }, type, forget] = useTyped(`save view ${screen}`, { name: '', isPinned: true })
  const [trouble, setTrouble] = useState<NameTrouble | null>(null)
  const limit = useLimit()(name.trim(), limits.viewName)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const found = nameTrouble(views, name)
    setTrouble(found)
    if (found !== null) return
    const id = `own-${crypto.randomUUID()}`
    setKept(pinView(addView(kept, { id, name: name.trim(), filter, look }), id, isPinned))
    choose(screen, id, filter)
    leave()
  }
  const leave = () => {
    forget()
    onClose()
  }
  return (
    <Dialog
      title={t('views.save')}
      testId="view-dialog"
      onClose={onClose}
      footer={
        <>
          <Button onClick={leave}>{t('action.cancel')}</Button>
          <Button variant="primary" type="submit" form={form} testId="view-confirm">
            {t('views.confirm')}
          </Button>
        </>
      }
    >
      <form id={form} className="stack" noValidate onSubmit={save}>
        <TextField
          label={t('views.name')}
          hint={t('views.saveText')}
          testId="view-name"
          value={name}
          error={limit.error ?? (trouble === null ? null : t(`views.trouble.${trouble}`))}
          counter={limit.counter}
          onChange={event => {
            type(before => ({ ...before, name: event.target.value }))
            setTrouble(null)
          }}
        />
        <CheckField
          label={t('views.pinned')}
          testId="view-pinned"
          checked={isPinned}
          onChange={event => type(before => ({ ...before, isPinned: event.target.checked }))}
        />
      </form>
    </Dialog>
  )
}
