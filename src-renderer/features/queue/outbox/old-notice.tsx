import { Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../../ui/notice.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { useOldEntries } from './use-old-entries.ts'

/** Says once for the whole screen that something has been open for long. */
export const OldNotice = () => {
  const { t } = useTranslation()
  const format = useFormat()
  const { waiting, needsYou, now } = useOldEntries()
  if (waiting === null && needsYou === null) return null
  return (
    <Notice tone="wait" icon={Clock} role="status" testId="outbox-old">
      {waiting ? <p>{t('outbox.old.waiting', { count: waiting.count, age: format.age(waiting.since, now) })}</p> : null}
      {needsYou ? (
        <p>{t('outbox.old.needsYou', { count: needsYou.count, age: format.age(needsYou.since, now) })}</p>
      ) : null}
    </Notice>
  )
}
