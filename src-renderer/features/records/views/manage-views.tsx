import { ChevronDown, ChevronUp, Pencil, Pin, PinOff, Trash2, Undo2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '../../../../src-main/contract/limits.ts'
import type { RecordKind } from '../../../model/record-kinds.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, useTyped } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/field.tsx'
import { useLimit } from '../../common/services/use-limit.ts'
import { ALL } from '../filters/filters.ts'
import { addView, changeView, moveView, type NameTrouble, nameTrouble, pinView, removeView } from './arrange.ts'
import { useKeptViews } from './use-views.tsx'
import type { OwnView, View } from './view.ts'

interface ManageViewsProps {
  readonly screen: RecordKind
  readonly views: readonly View[]
  readonly onClose: () => void
}

/**
 * Changes order, pins and names of a list's views. The view that was deleted last can be restored while this is open.
 */
export const ManageViews = ({ screen, views, onClose }: ManageViewsProps) => {
  const { t } = useTranslation()
  const [kept, setKept] = useKeptViews(screen)
  const [deleted, setDeleted] = useState<OwnView | null>(null)
  const movable = views.filter(view => view.id !== ALL)
  const remove = (id: string) => {
    setDeleted(kept.own.find(view => view.id === id) ?? null)
    setKept(removeView(kept, id))
  }
  const undo = () => {
    if (deleted !== null) setKept(addView(kept, deleted))
    setDeleted(null)
  }
  return (
    <Dialog
      title={t('views.manageTitle')}
      testId="views-dialog"
      onClose={onClose}
      footer={
        <Button variant="primary" testId="views-close" onClick={onClose}>
          {t('action.close')}
        </Button>
      }
    >
      <p className="muted">{t('views.manageText')}</p>
      <ul className="views-list">
        {movable.map((view, at) => (
          <ManagedView
            key={view.id}
            view={view}
            views={views}
            isFirst={at === 0}
            isLast={at === movable.length - 1}
            onRename={name => setKept(changeView(kept, view.id, { name }))}
            onPin={pinned => setKept(pinView(kept, view.id, pinned))}
            onMove={by => setKept(moveView(kept, views, view.id, by))}
            onRemove={() => remove(view.id)}
          />
        ))}
      </ul>
      <div role="status">
        {deleted ? (
          <div className="views-deleted" data-testid="view-deleted">
            <span className="ellipsis">{t('views.deleted', { name: deleted.name })}</span>
            <Button small icon={Undo2} testId="view-undo" onClick={undo}>
              {t('views.undo')}
            </Button>
          </div>
        ) : null}
      </div>
    </Dialog>
  )
}

interface ManagedViewProps {
  readonly view: View
  readonly views: readonly View[]
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onRename: (name: string) => void
  readonly onPin: (pinned: boolean) => void
  readonly onMove: (by: number) => void
  readonly onRemove: () => void
}

interface RenameProps {
  readonly view: View
  readonly views: readonly View[]
  readonly onRename: (name: string) => void
  readonly onClose: () => void
}

const Rename = ({ view, views, onRename, onClose }: RenameProps) => {
  const { t } = useTranslation()
  const [name, type, forget] = useTyped(`rename view ${view.id}`, view.name)
  const [trouble, setTrouble] = useState<NameTrouble | null>(null)
  const limit = useLimit()(name.trim(), limits.viewName)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const found = nameTrouble(views, name, view.id)
    setTrouble(found)
    if (found !== null) return
    onRename(name.trim())
    leave()
  }
  const leave = () => {
    forget()
    onClose()
  }
  return (
    <form className="views-rename" noValidate onSubmit={save}>
      <TextField
        label={t('views.name')}
        testId="view-rename"
        value={name}
        error={limit.error ?? (trouble === null ? null : t(`views.trouble.${trouble}`))}
        counter={limit.counter}
        onChange={event => {
          type(() => event.target.value)
          setTrouble(null)
        }}
      />
      <span className="cluster">
        <Button small variant="primary" type="submit" testId="view-rename-confirm">
          {t('views.confirm')}
        </Button>
        <Button small onClick={leave}>
          {t('action.cancel')}
        </Button>
      </span>
    </form>
  )
}

/** One view of the list. Every view can be moved and pinned, a saved one also renamed and deleted. */
const ManagedView = (props: ManagedViewProps) => {
  const { view, views, isFirst, isLast, onRename, onPin, onMove, onRemove } = props
  const { t } = useTranslation()
  const [renaming, setRenaming] = useState(false)
  const { name } = view
  const act = (key: string) => ({ 'aria-label': t(`views.${key}`, { name }), title: t(`views.${key}`, { name }) })
  return (
    <li className="views-row" data-testid="managed-view" data-view={view.id}>
      <span className="cluster-tight">
        <span className="ellipsis strong">{name}</span>
        {view.isPreset ? <span className="muted nowrap">{t('views.delivered')}</span> : null}
      </span>
      <span className="views-acts">
        {view.isPreset ? null : (
          <>
            <Button
              {...act('rename')}
              variant="ghost"
              small
              icon={Pencil}
              testId="view-edit"
              onClick={() => setRenaming(true)}
            />
            <Button {...act('remove')} variant="ghost" small icon={Trash2} testId="view-delete" onClick={onRemove} />
          </>
        )}
        <Button
          {...act(view.pinned ? 'unpin' : 'pin')}
          variant="ghost"
          small
          icon={view.pinned ? PinOff : Pin}
          testId="view-pin"
          onClick={() => onPin(!view.pinned)}
        />
        <Button
          {...act('up')}
          variant="ghost"
          small
          icon={ChevronUp}
          testId="view-up"
          disabled={isFirst}
          onClick={() => onMove(-1)}
        />
        <Button
          {...act('down')}
          variant="ghost"
          small
          icon={ChevronDown}
          testId="view-down"
          disabled={isLast}
          onClick={() => onMove(1)}
        />
      </span>
      {renaming ? <Rename view={view} views={views} onRename={onRename} onClose={() => setRenaming(false)} /> : null}
    </li>
  )
}
