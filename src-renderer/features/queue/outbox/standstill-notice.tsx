import { Clock, UserX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useSignInAgain } from '../../common/navigation/use-sign-in-again.ts'
import { useProxyAction } from '../../common/services/proxy-asked.tsx'
import { useUnsent } from '../../common/services/use-entries.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { useStandstill } from '../../common/services/use-standstill.ts'
import { useSignals } from '../../common/services/use-workspace.ts'
import { failureWords, otherErrors } from '../../common/words/failure-words.ts'

/** Why an account's requests wait, where its entries alone do not show it: until when, or what to do. */
export const StandstillNotice = ({ account }: { account: Account }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const signInAgain = useSignInAgain()
  const waiting = useUnsent(account.id).length
  const standstill = useStandstill(account.id)
  const gate = standstill?.gate
  const { shop } = useSignals(account)
  const proxyAction = useProxyAction(standstill?.why ?? null)
  if (waiting === 0 || !standstill) return null
  // Reads get through and sending does not: no banner above the screen says so.
  const isHidden = gate === 'offline' && shop === 'answering'
  if (!isHidden && gate !== 'other-user' && gate !== 'throttled' && gate !== 'auth') return null
  const { why } = standstill
  const hasOwnWords = why !== null && why.kind !== 'signed-out'
  const names = { name: account.label, shop: account.shop.name, time: format.time(standstill.until ?? Date.now()) }
  return (
    <Notice
      tone="wait"
      icon={gate === 'throttled' || gate === 'offline' ? Clock : UserX}
      role="status"
      testId="outbox-standstill"
      code={why?.code ?? why?.kind ?? gate}
      title={
        hasOwnWords
          ? `${account.shop.name}: ${failureWords(why, t).title}`
          : t(`outbox.standstill.${gate}.title`, names)
      }
      actions={
        gate === 'throttled' || gate === 'offline' ? (
          proxyAction
        ) : (
          <Button small onClick={() => signInAgain(account)}>
            {t('action.signInAs', names)}
          </Button>
        )
      }
    >
      {(why ? otherErrors(why, t) : []).map(text => (
        <p key={text}>
          {t('failure.shopSaid')} {text}
        </p>
      ))}
      <p>{t(`outbox.standstill.${gate}.text`, names)}</p>
    </Notice>
  )
}
