import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import type { RecordScreen } from '../../common/navigation/use-open-record.ts'
import { addView, changeView, moveView, pinView, removeView } from './arrange.ts'
import { ManagedView } from './managed-view.tsx'
import { ALL } from './presets.ts'
import { useKeptViews } from './use-views.ts'
import type { OwnView, View } from './view.ts'

interface ManageViewsProps {
  readonly screen: RecordScreen
  readonly views: readonly View[]
  readonly onClose: () => void
}

/** Order, pins and names of a list's views. What was deleted last can be had back while this is open. */
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
