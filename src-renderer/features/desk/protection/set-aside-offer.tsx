import { Archive } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { SetAsideDialog, type SetAsideProps } from './set-aside-dialog.tsx'

/** The way out where the key can't be had: begin anew, and keep what is there. */
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
