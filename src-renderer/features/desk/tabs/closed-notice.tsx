import { PencilLine } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useKeyTitle } from '../../common/commands/commands.tsx'
import type { Tab } from './tab-state.ts'

interface ClosedNoticeProps {
  readonly tab: Tab
  readonly onReopen: () => void
  readonly onDismiss: () => void
}

/** The draft goes on being there, and opening the order again shows it: this only says so. */
const shownMs = 12_000

export const ClosedNotice = ({ tab, onReopen, onDismiss }: ClosedNoticeProps) => {
  const { t } = useTranslation()
  const title = useKeyTitle(t('tabs.reopen'), 'window.reopenTab')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time runs for the tab, whoever draws it
  useEffect(() => {
    const timer = setTimeout(onDismiss, shownMs)
    return () => clearTimeout(timer)
  }, [tab])
  return (
    <div className="tab-closed">
      <Notice
        tone="wait"
        icon={PencilLine}
        role="status"
        testId="tab-draft-kept"
        actions={
          <>
            <Button small testId="tab-reopen" title={title} onClick={onReopen}>
              {t('tabs.reopen')}
            </Button>
            <Button small variant="ghost" onClick={onDismiss}>
              {t('action.close')}
            </Button>
          </>
        }
      >
        {t('tabs.draftKept', { title: tab.title })}
      </Notice>
    </div>
  )
}
