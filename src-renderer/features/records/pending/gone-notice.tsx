import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../../ui/notice.tsx'

interface GoneNoticeProps {
  /** The list is being read right now, so the word is not final. */
  readonly reading: boolean
  /** The row as it was last read is still on the screen. */
  readonly kept: boolean
}

/** The order left the shop's list while it was open: that is the aim of this list, not an error. */
export const GoneNotice = ({ reading, kept }: GoneNoticeProps) => {
  const { t } = useTranslation()
  return (
    <Notice tone="ok" icon={CircleCheck} role="status" testId="pending-gone" title={t('pending.gone.title')}>
      <p>{t(kept ? 'pending.gone.kept' : 'pending.gone.text')}</p>
      {reading ? <p>{t('pending.gone.reading')}</p> : null}
    </Notice>
  )
}
