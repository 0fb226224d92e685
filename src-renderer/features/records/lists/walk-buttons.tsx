import { ChevronDown, ChevronUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { useKeyTitle } from '../../common/commands/commands.tsx'
import { stepTo } from '../../common/navigation/walk.ts'
import { useWalk } from '../../common/navigation/walk-store.tsx'
import { useFormat } from '../../common/services/use-format.ts'

/** One after the other through the list as it is filtered and sorted. */
export const WalkButtons = () => {
  const { t } = useTranslation()
  const format = useFormat()
  const walk = useWalk()
  const previousTitle = useKeyTitle(t('walk.previous'), 'list.previous')
  const nextTitle = useKeyTitle(t('walk.next'), 'list.next')
  const previous = stepTo(walk, -1)
  const next = stepTo(walk, 1)
  const go = (index: number | null) => (index === null ? undefined : () => walk.move(index))
  return (
    <div className="walk" role="group" aria-label={t('walk.label')}>
      {walk.index >= 0 ? (
        <span className="muted" data-testid="walk-place">
          {t('walk.place', { place: format.count(walk.index + 1), total: format.count(walk.count) })}
        </span>
      ) : null}
      <Button
        small
        icon={ChevronUp}
        testId="walk-previous"
        title={previousTitle}
        disabled={previous === null}
        onClick={go(previous)}
      >
        {t('walk.previous')}
      </Button>
      <Button small icon={ChevronDown} testId="walk-next" title={nextTitle} disabled={next === null} onClick={go(next)}>
        {t('walk.next')}
      </Button>
    </div>
  )
}
