import { ChevronDown, ChevronUp, RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton, copyText } from '../../../ui/copy.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { say } from '../../common/commands/announcement.tsx'
import { useCommand, useKeyTitle } from '../../common/commands/commands.tsx'
import { stepTo, useWalk } from '../../common/navigation/walk.tsx'
import { FailureNotice } from '../../common/parts/failure-notice.tsx'
import { useAge, useFormat } from '../../common/services/use-format.ts'

interface DetailHeadProps {
  readonly title: string
  readonly subtitle?: ReactNode
  readonly chips?: ReactNode
  readonly aside?: ReactNode
  readonly readAt: number
  readonly readAtTestId?: string
  readonly pulling?: boolean
  /** Reads the record again; null for a kind that is read only as a list. */
  readonly onPull: (() => void) | null
}

export const DetailHead = (props: DetailHeadProps) => {
  const { title, subtitle, chips, aside, readAt, readAtTestId, pulling = false, onPull } = props
  const { t } = useTranslation()
  const format = useFormat()
  const age = useAge(readAt)
  const readTitle = useKeyTitle(t('action.readAgain'), 'record.readAgain')
  useCommand('record.readAgain', () => onPull?.(), onPull !== null)
  return (
    <header className="detail-head">
      <div className="detail-title">
        <h1>{title}</h1>
        {aside}
        {chips}
        <span className="detail-as-of muted">
          <span data-testid={readAtTestId} data-as-of={readAt} title={format.moment(readAt)}>
            {t('list.asOf', { age })}
          </span>
          {onPull ? (
            <Button
              variant="ghost"
              small
              icon={RefreshCw}
              busy={pulling}
              aria-label={t('action.readAgain')}
              title={readTitle}
              onClick={onPull}
            />
          ) : null}
        </span>
      </div>
      {subtitle ? <p className="muted">{subtitle}</p> : null}
    </header>
  )
}

/** Copies the number of the open record, by button and by key. */
export const CopyNumber = ({ number, label }: { number: string; label?: string }) => {
  const { t } = useTranslation()
  const title = useKeyTitle(label ?? t('action.copyNumber'), 'record.copyNumber')
  useCommand('record.copyNumber', () =>
    say(copyText(number) ? t('keys.copied', { count: 1, text: number }) : t('keys.notCopied')),
  )
  return (
    <CopyButton text={number} label={label ?? t('action.copyNumber')} title={title} doneLabel={t('action.copied')} />
  )
}

/** Buttons and keys for the previous and the next record of the list, as filtered and sorted. */
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

/** Shown when the record is not on this computer and can't be read from the shop. */
export const RowMissing = ({ failure, onAgain }: { failure: Failure | null; onAgain: (() => void) | null }) => {
  const { t } = useTranslation()
  const again = onAgain ? (
    <Button icon={RefreshCw} onClick={onAgain}>
      {t('action.tryAgain')}
    </Button>
  ) : null
  return (
    <div className="detail-loading">
      {failure ? (
        <FailureNotice why={failure} about="read" actions={again} />
      ) : (
        <Notice title={t('list.notHere')} actions={again}>
          {t('list.notHereText')}
        </Notice>
      )}
    </div>
  )
}
