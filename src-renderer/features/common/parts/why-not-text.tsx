import type { TFunction } from 'i18next'
import { CircleSlash } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { WhyNot } from '../../../model/eligibility.ts'
import { dashed } from '../../../model/entries.ts'
import { hasOwnId } from '../../../model/item-requests.ts'
import { useNavigation } from '../navigation/navigation.tsx'
import { useAge } from '../services/use-format.ts'
import { requestName } from '../words/request-name.ts'
import { orderStatusWords, requestStatusWords } from '../words/status-words.ts'

/** What the shop said is as old as its reading; what waits here is not. */
const AsRead = ({ readAt }: { readAt: number }) => {
  const { t } = useTranslation()
  return <span className="muted">{` (${t('list.asOf', { age: useAge(readAt) })})`}</span>
}

/** Why nothing can be asked for a line, in a sentence. */
export const whyNotWords = (why: WhyNot, t: TFunction): string => {
  switch (why.code) {
    case 'entry':
      return t(`whyNot.entry.${dashed(why.state)}`)
    case 'requested':
      return t('whyNot.requested', {
        request: requestName({ id: why.requestId, type: why.type }, t),
        status: requestStatusWords(why.status, t).text,
      })
    case 'not-allowed':
      return t('whyNot.not-allowed', { status: orderStatusWords(why.status, t).text })
    default:
      return t(`whyNot.${why.code}`)
  }
}

export const WhyNotText = ({ why, readAt = null }: { why: WhyNot; readAt?: number | null }) => {
  const { t } = useTranslation()
  const { open } = useNavigation()
  return (
    <p className="line-why" data-testid="line-why-not" data-why={why.code}>
      <CircleSlash className="icon" aria-hidden />
      <span>
        {whyNotWords(why, t)}
        {why.code === 'entry' ? (
          <>
            {' '}
            <button type="button" className="link" onClick={() => open('outbox', why.entryId)}>
              {t('action.showInOutbox')}
            </button>
          </>
        ) : null}
        {why.code === 'requested' && hasOwnId(why.requestId) ? (
          <>
            {' '}
            <button type="button" className="link" onClick={() => open('requests', why.requestId)}>
              {t('action.showRequest')}
            </button>
          </>
        ) : null}
        {readAt === null || why.code === 'entry' ? null : <AsRead readAt={readAt} />}
      </span>
    </p>
  )
}
