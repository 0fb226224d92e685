import { RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { useCommand, useKeyTitle } from '../../common/commands/commands.tsx'
import { useAge, useFormat } from '../../common/services/use-format.ts'

interface DetailHeadProps {
  readonly title: string
  readonly subtitle?: ReactNode
  readonly chips?: ReactNode
  readonly aside?: ReactNode
  readonly readAt: number
  readonly readAtTestId?: string
  readonly pulling?: boolean
  /** Null when this kind of row is only read together with its list. */
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
