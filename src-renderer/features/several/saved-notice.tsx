import { CircleCheck } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useTakeLostFocus } from '../../ui/use-take-lost-focus.ts'
import { useNavigation } from '../navigation/navigation.tsx'

/** What was saved in one go. */
export interface Saved {
  /** Order item, and the order number and product to name it by. */
  readonly lines: readonly { readonly id: string; readonly name: string }[]
  /** The disk stopped before the last one: the rest is still in the form. */
  readonly inPart: boolean
}

interface SavedNoticeProps {
  readonly saved: Saved
  readonly onClose: () => void
}

export const SavedNotice = ({ saved: { lines, inPart }, onClose }: SavedNoticeProps) => {
  const { t } = useTranslation()
  const { go } = useNavigation()
  const place = useRef<HTMLSpanElement>(null)
  useTakeLostFocus(place, lines)
  return (
    <Notice
      role="status"
      tone={inPart ? 'wait' : 'ok'}
      icon={CircleCheck}
      testId="request-saved"
      title={t('form.saved', { count: lines.length })}
      actions={
        <span className="cluster" ref={place}>
          <Button small onClick={() => go('outbox')}>
            {t('action.showInOutbox')}
          </Button>
          <Button small variant="ghost" onClick={onClose}>
            {t('action.close')}
          </Button>
        </span>
      }
    >
      <p>{t(inPart ? 'several.savedInPart' : 'form.savedText')}</p>
      <details className="fold" open={inPart}>
        <summary>{t('several.whichSaved')}</summary>
        <ul>
          {lines.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      </details>
    </Notice>
  )
}
