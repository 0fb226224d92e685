import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { OrderItem } from '../../../../src-main/contract/resources.ts'
import { isolated } from '../../../model/direction.ts'
import { Button } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { FailureNotice } from '../../common/parts/failure-notice.tsx'
import { useServices } from '../../common/services/services.tsx'
import { waitWords } from '../../common/words/failure-words.ts'

type Decision = 'approved' | 'rejected'

type Answer =
  | {
      readonly kind: 'said'
      readonly text: string | null
      readonly alreadyDecided: boolean
      readonly decision: Decision
    }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** A decision is never sent again by itself, so the message depends only on whether the shop may have received it. */
const adviceAfter = ({ kind, status }: Failure): string => {
  if (kind === 'signed-out') return status === 401 || status === 403 ? 'signInFirst' : 'lookFirst'
  if (kind === 'throttled') return 'waitFirst'
  if (kind === 'rejected' || kind === 'conflict' || kind === 'csrf') return 'refused'
  return kind === 'offline' ? 'notSent' : 'lookFirst'
}

interface TradeInProps {
  readonly account: Account
  readonly item: OrderItem
  readonly onChanged: () => void
}

/** Approves or refuses a trade-in. That can't be undone, so it is confirmed first and never sent again by itself. */
export const TradeIn = ({ account, item, onChanged }: TradeInProps) => {
  const { t } = useTranslation()
  const { bridge, counterside } = useServices()
  const [asking, setAsking] = useState<Decision | null>(null)
  const [busy, setBusy] = useState<Decision | null>(null)
  const [answer, setAnswer] = useState<Answer | null>(null)

  const decide = (decision: Decision) => {
    setAsking(null)
    setBusy(decision)
    setAnswer(null)
    bridge.commerce
      .tradeIn({ accountId: account.id, id: item.id, decision })
      .then(reply => {
        counterside.connections.note(account.id, reply)
        setAnswer(reply.ok ? { kind: 'said', ...reply.value, decision } : { kind: 'failed', failure: reply.failure })
        onChanged()
      })
      .finally(() => setBusy(null))
      .catch(() => undefined)
  }

  const settled = answer?.kind === 'said'
  return (
    <div className="trade-in">
      {settled ? null : (
        <div className="cluster">
          <span className="muted">{t('tradein.waiting')}</span>
          <Button
            small
            testId="tradein-approve"
            busy={busy === 'approved'}
            disabled={busy !== null}
            onClick={() => setAsking('approved')}
          >
            {t('tradein.approve')}
          </Button>
          <Button
            small
            testId="tradein-reject"
            busy={busy === 'rejected'}
            disabled={busy !== null}
            onClick={() => setAsking('rejected')}
          >
            {t('tradein.reject')}
          </Button>
        </div>
      )}
      {answer?.kind === 'said' ? (
        <Notice
          role="status"
          tone={answer.alreadyDecided ? 'wait' : 'ok'}
          title={t(answer.alreadyDecided ? 'tradein.alreadyDecided' : `tradein.${answer.decision}`)}
          testId="tradein-message"
        >
          {answer.text ? <p>{`${t('failure.shopSaid')} “${isolated(answer.text)}”`}</p> : null}
        </Notice>
      ) : null}
      {answer?.kind === 'failed' ? (
        <FailureNotice
          why={answer.failure}
          testId="tradein-message"
          advice={t(`tradein.${adviceAfter(answer.failure)}`, { wait: waitWords(answer.failure, t) })}
        />
      ) : null}
      {asking ? (
        <Confirm
          title={t(`tradein.ask.${asking}`, { name: item.product?.name ?? item.id })}
          confirm={t(asking === 'approved' ? 'tradein.approve' : 'tradein.reject')}
          cancel={t('action.cancel')}
          danger={asking === 'rejected'}
          onConfirm={() => decide(asking)}
          onCancel={() => setAsking(null)}
        >
          {t('tradein.irreversible')}
        </Confirm>
      ) : null}
    </div>
  )
}
