import { RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { SetAsideOffer, type SetAsideProps } from './set-aside.tsx'

interface VaultUnavailableProps extends Pick<SetAsideProps, 'dataFolder' | 'setAside'> {
  readonly reason: 'keyring-unavailable' | 'key-damaged'
  readonly onAgain: () => void
}

export const VaultUnavailable = ({ reason, onAgain, ...aside }: VaultUnavailableProps) => {
  const { t } = useTranslation()
  return (
    <main className="boot">
      <div className="card boot-card" data-testid="vault-unavailable" data-reason={reason}>
        <h1>{t(`vault.${reason}.title`)}</h1>
        <p>{t(`vault.${reason}.text`)}</p>
        <Notice>{t('vault.kept')}</Notice>
        <Button variant="primary" icon={RefreshCw} testId="vault-again" onClick={onAgain}>
          {t('action.tryAgain')}
        </Button>
        <SetAsideOffer {...aside} onAgain={onAgain} />
      </div>
    </main>
  )
}
