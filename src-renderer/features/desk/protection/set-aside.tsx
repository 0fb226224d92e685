import { Archive } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Failure, failure, type Reply } from '../../../../src-main/contract/failures.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { FailureNotice } from '../../common/parts/failure-notice.tsx'

/** Offered when the key can't be read: start afresh and keep the old data aside. */
export const SetAsideOffer = (props: Omit<SetAsideProps, 'onClose'>) => {
  const { t } = useTranslation()
  const [isAsking, setIsAsking] = useState(false)
  return (
    <>
      <p className="muted">{t('vault.aside.offer')}</p>
      <Button icon={Archive} testId="vault-set-aside" onClick={() => setIsAsking(true)}>
        {t('vault.aside.action')}
      </Button>
      {isAsking ? <SetAsideDialog {...props} onClose={() => setIsAsking(false)} /> : null}
    </>
  )
}

export interface SetAsideProps {
  readonly dataFolder: string
  /** Ends the app when it succeeds. */
  readonly setAside: () => Promise<Reply<undefined>>
  /** The key can be read again after all. */
  readonly onAgain: () => void
  readonly onClose: () => void
}

/** Explains what a fresh start does to the old data, and asks for confirmation. */
const SetAsideDialog = ({ dataFolder, setAside, onAgain, onClose }: SetAsideProps) => {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Failure | null>(null)
  const begin = () => {
    setBusy(true)
    setTrouble(null)
    setAside()
      .then(reply => {
        if (reply.ok) return
        if (reply.failure.kind === 'refused') onAgain()
        else setTrouble(reply.failure)
        setBusy(false)
      })
      .catch(() => {
        setTrouble(failure('bug'))
        setBusy(false)
      })
  }
  return (
    <Dialog
      title={t('vault.aside.title')}
      testId="vault-set-aside-dialog"
      onClose={onClose}
      footer={
        <>
          <Button testId="vault-set-aside-cancel" disabled={busy} onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button variant="primary" testId="vault-set-aside-confirm" busy={busy} onClick={begin}>
            {t('vault.aside.confirm')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('vault.aside.moved')}</p>
        <p>
          {t('vault.aside.where')} <span className="mono">{dataFolder}</span>
        </p>
        <Notice tone="wait">{t('vault.aside.unsent')}</Notice>
        <p className="muted">{t('vault.aside.back')}</p>
        {trouble ? <FailureNotice why={trouble} about="read" /> : null}
      </div>
    </Dialog>
  )
}
