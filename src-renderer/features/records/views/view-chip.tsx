import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../common/services/use-format.ts'
import { isFiltering } from '../filters/filters.ts'
import type { View } from './view.ts'

interface ViewChipProps {
  readonly view: View
  readonly count: number
  readonly isShown: boolean
  /** The list shows something else than was saved. */
  readonly isChanged: boolean
  readonly onChoose: (view: View) => void
}

/** A view above its list, with how many rows it has right now. */
export const ViewChip = ({ view, count, isShown, isChanged, onChoose }: ViewChipProps) => {
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
