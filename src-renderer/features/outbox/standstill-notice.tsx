import { Clock, UserX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../src-main/contract/accounts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useUnsent } from '../data/use-entries.ts'
import { useFormat } from '../data/use-format.ts'
import { useStandstill } from '../data/use-standstill.ts'
import { useSignInAgain } from '../navigation/use-sign-in-again.ts'

/** Why an account's requests wait, where its entries alone do not show it: until when, or what to do. */
export const StandstillNotice = ({ account }: { account: Account }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const signInAgain = useSignInAgain()
  const waiting = useUnsent(account.id).length
  const standstill = useStandstill(account.id)
  const gate = standstill?.gate
  if (waiting === 0 || (gate !== 'other-user' && gate !== 'throttled' && gate !== 'auth')) return null
  const names = { name: account.label, shop: account.shop.name, time: format.time(standstill?.until ?? Date.now()) }
  return (
    <Notice
      tone="wait"
      icon={gate === 'throttled' ? Clock : UserX}
      role="status"
      testId="outbox-standstill"
      code={gate}
      title={t(`outbox.standstill.${gate}.title`, names)}
      actions={
        gate === 'throttled' ? null : (
          <Button small onClick={() => signInAgain(account)}>
            {t('action.signInAs', names)}
          </Button>
        )
      }
    >
      {t(`outbox.standstill.${gate}.text`, names)}
    </Notice>
  )
}
