import { CircleHelp, Clock, CloudOff, LogIn, PackageCheck, Send, UserCheck, Wifi } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { Tip } from '../../../ui/chip.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { useSignInAgain } from '../../common/navigation/connect-actions.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useClosedGate, useUnsent } from '../../common/services/use-entries.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { useConnection } from '../../common/services/use-workspace.ts'
import { failureWords } from '../../common/words/failure-words.ts'
import { useOldEntries } from '../../queue/outbox/ages.ts'

const shopIcons = { answering: Wifi, 'not-answering': CloudOff, unknown: CircleHelp }

/** The three lights: the shop answers, the account is signed in, everything is sent. */
export const Signals = ({ account }: { account: Account | null }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const { go } = useNavigation()
  const signInAgain = useSignInAgain()
  const { shop, session, failure, lastAnswerAt } = useConnection(account)
  const unsent = useUnsent().length
  const { waiting, needsYou } = useOldEntries()
  const since =
    waiting === null || needsYou === null ? (waiting ?? needsYou)?.since : Math.min(waiting.since, needsYou.since)
  const oldest = since === undefined ? null : t('signal.unsentOld', { age: format.age(since, now) })
  const closed = useClosedGate(account?.id ?? null)
  // The shop may answer the session of another account.
  const who = closed?.gate === 'other-user' ? 'other-user' : session
  const isOut = who !== 'signed-in'
  const SessionIcon = isOut ? LogIn : UserCheck
  const ShopIcon = shopIcons[shop]
  const UnsentIcon = unsent === 0 ? PackageCheck : oldest === null ? Send : Clock
  const last =
    lastAnswerAt === null ? t('signal.neverAnswered') : t('signal.lastAnswer', { age: format.age(lastAnswerAt, now) })
  return (
    <section className="signals" aria-label={t('signal.label')}>
      <Tip
        text={[
          t(`signal.shopTip.${shop}`),
          failure && shop === 'not-answering' ? failureWords(failure, t).title : null,
          closed?.gate === 'throttled' && closed.until !== null
            ? t('signal.throttled', { time: format.time(closed.until) })
            : null,
          last,
        ]
          .filter(Boolean)
          .join(' ')}
      >
        {tip => (
          <button
            type="button"
            className="signal"
            data-testid="status-shop"
            data-state={shop}
            aria-describedby={tip}
            onClick={() => go('settings')}
          >
            <ShopIcon className="icon" aria-hidden />
            <span className="signal-words">{t(`signal.shop.${shop}`)}</span>
          </button>
        )}
      </Tip>
      <Tip text={t(`signal.sessionTip.${who}`, { name: account?.label ?? '' })}>
        {tip => (
          <button
            type="button"
            className="signal"
            data-testid="status-session"
            data-state={isOut ? 'signed-out' : 'signed-in'}
            aria-describedby={tip}
            onClick={() => (isOut && account ? signInAgain(account) : go('settings'))}
          >
            <SessionIcon className="icon" aria-hidden />
            <span className="signal-words">{t(`signal.session.${who}`)}</span>
          </button>
        )}
      </Tip>
      <Tip text={[t('signal.unsentTip'), oldest].filter(Boolean).join(' ')}>
        {tip => (
          <button
            type="button"
            className="signal"
            data-testid="status-unsent"
            data-count={unsent}
            data-state={unsent === 0 ? 'all-sent' : 'unsent'}
            data-old={oldest !== null}
            aria-describedby={tip}
            onClick={() => go('outbox')}
          >
            <UnsentIcon className="icon" aria-hidden />
            <span className="signal-words">
              {unsent === 0 ? t('signal.allSent') : t('signal.unsent', { count: unsent })}
            </span>
          </button>
        )}
      </Tip>
    </section>
  )
}
