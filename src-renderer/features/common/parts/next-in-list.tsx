import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { useKeyTitle } from '../commands/commands.tsx'
import { stepTo } from '../navigation/walk.ts'
import { useWalk } from '../navigation/walk-store.tsx'

/** Goes on to the next row once this record is done; nothing at the end of the list. */
export const NextInList = () => {
  const { t } = useTranslation()
  const walk = useWalk()
  const next = stepTo(walk, 1)
  const title = useKeyTitle(t('keys.nextInList'), 'list.next')
  if (next === null) return null
  return (
    <Button
      small
      variant="primary"
      icon={ChevronDown}
      testId="next-in-list"
      title={title}
      onClick={() => walk.move(next, true)}
    >
      {t('keys.nextInList')}
    </Button>
  )
}
