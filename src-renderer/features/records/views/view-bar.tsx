import { BookmarkPlus, RotateCcw, Save } from 'lucide-react'
import { memo, type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordKind } from '../../../model/record-kinds.ts'
import type { SummaryBase } from '../../../model/summaries.ts'
import { Button } from '../../../ui/button.tsx'
import { useCommand } from '../../common/commands/commands.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import type { Facet } from '../filters/facets.ts'
import { isFiltering, type ListFilter } from '../filters/filters.ts'
import type { ListLook } from '../filters/look.ts'
import { changeView } from './arrange.ts'
import { ManageViews } from './manage-views.tsx'
import { SaveView } from './save-view.tsx'
import { countViews, isAsSaved, shownView } from './shown-view.ts'
import { useAllViews, useChooseView, useKeptViews } from './use-views.tsx'
import type { View } from './view.ts'
import { ViewMenu } from './view-menu.tsx'
import './views.css'

interface ViewBarProps {
  readonly screen: RecordKind
  readonly filter: ListFilter
  readonly look: ListLook
  readonly chosenId: string | null
  /** All rows of the list. Each view counts those that match it. */
  readonly rows: readonly SummaryBase[]
  readonly facets: readonly Facet<never>[]
  readonly now: number
  /** The switch for cards, table and columns, at the end of the bar. */
  readonly tools: ReactNode
}

/** The views of a list: pinned ones as buttons, all of them in a menu. Changes to the chosen one can be saved. */
export const ViewBar = memo(({ screen, filter, look, chosenId, rows, facets, now, tools }: ViewBarProps) => {
  const { t } = useTranslation()
  const views = useAllViews()[screen]
  const [kept, setKept] = useKeptViews(screen)
  const choose = useChooseView()
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null)
  const counts = useViewCounts(views, rows, facets as readonly Facet<SummaryBase>[], now)
  const shown = shownView(views, chosenId, filter, look)
  const isChanged = shown !== null && !isAsSaved(shown, filter, look)
  const isNew = isChanged || (shown === null && isFiltering(filter))
  const pinned = views.filter(view => view.pinned || view === shown)
  useCommand('list.saveView', () => setDialog('save'))
  return (
    <div className="view-bar" role="group" aria-label={t('views.title')}>
      <div className="view-strip">
        {pinned.map(view => (
          <ViewChip
            key={view.id}
            view={view}
            count={counts.get(view.id) ?? 0}
            isShown={view === shown}
            isChanged={view === shown && isChanged}
            onChoose={each => choose(screen, each)}
          />
        ))}
      </div>
      <div className="view-tools">
        {isChanged && !shown.isPreset ? (
          <Button
            variant="ghost"
            small
            icon={Save}
            testId="view-save-changes"
            aria-label={t('views.saveChanges', { name: shown.name })}
            title={t('views.saveChanges', { name: shown.name })}
            onClick={() => setKept(changeView(kept, shown.id, { filter, look }))}
          />
        ) : null}
        {isNew && (shown === null || shown.isPreset) ? (
          <Button
            variant="ghost"
            small
            icon={BookmarkPlus}
            testId="view-save"
            aria-label={t('views.save')}
            title={t('views.save')}
            onClick={() => setDialog('save')}
          />
        ) : null}
        {isChanged ? (
          <Button
            variant="ghost"
            small
            icon={RotateCcw}
            testId="view-reset"
            aria-label={t('views.reset', { name: shown.name })}
            title={t('views.reset', { name: shown.name })}
            onClick={() => choose(screen, shown)}
          />
        ) : null}
        <ViewMenu
          views={views}
          counts={counts}
          shown={shown}
          onChoose={view => choose(screen, view)}
          onSave={() => setDialog('save')}
          onManage={() => setDialog('manage')}
        />
        {tools}
      </div>
      {dialog === 'save' ? (
        <SaveView screen={screen} views={views} filter={filter} look={look} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'manage' ? <ManageViews screen={screen} views={views} onClose={() => setDialog(null)} /> : null}
    </div>
  )
})
ViewBar.displayName = 'ViewBar'

const none: readonly never[] = []

/**
 * The number of rows of each view, by its id. Counted after the list is painted, so that rows and key presses do not
 * wait for it.
 */
const useViewCounts = <S extends SummaryBase>(
  views: readonly View[],
  rows: readonly S[],
  facets: readonly Facet<S>[],
  now: number,
): ReadonlyMap<string, number> => {
  const late = useDeferredValue(rows, none)
  return useMemo(() => countViews(views, late, facets, now), [views, late, facets, now])
}

interface ViewChipProps {
  readonly view: View
  readonly count: number
  readonly isShown: boolean
  /** The filter has changed since the view was saved. */
  readonly isChanged: boolean
  readonly onChoose: (view: View) => void
}

/** A pinned view with its number of rows. */
const ViewChip = ({ view, count, isShown, isChanged, onChoose }: ViewChipProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const chip = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isShown) chip.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isShown])
  return (
    <button
      ref={chip}
      type="button"
      className="view-chip"
      data-testid="view-chip"
      data-view={view.id}
      data-count={count}
      aria-pressed={isShown}
      title={isChanged ? t('views.changed', { name: view.name }) : undefined}
      onClick={() => onChoose(view)}
    >
      <span className="ellipsis">{view.name}</span>
      {isChanged ? (
        <>
          <span className="view-dot" aria-hidden />
          <span className="sr-only">{t('views.isChanged')}</span>
        </>
      ) : null}
      {isFiltering(view.filter) ? <span className="view-count">{format.count(count)}</span> : null}
    </button>
  )
}
