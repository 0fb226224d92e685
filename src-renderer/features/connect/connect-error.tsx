import { useTranslation } from 'react-i18next'
import type { Failure } from '../../../src-main/contract/failures.ts'
import { Notice } from '../../ui/notice.tsx'
import { otherErrors } from '../data/failure-words.ts'
import type { ConnectWay } from './connect-screen.tsx'

/** Fields that have a place on the cards; the shop's word on any other is said here. */
export const connectFields: ReadonlySet<string> = new Set([
  'email',
  'password',
  'username',
  'token',
  'sessionId',
  'commerceUrl',
  'omnitronUrl',
  'cookieName',
])

const ownWords = new Set([
  'captcha',
  'otp',
  'throttled',
  'rejected',
  'signed-out',
  'offline',
  'bad-address',
  'certificate',
  'not-json',
  'incompatible',
  'not-found',
])

export const ConnectError = ({ way, failure }: { way: ConnectWay; failure: Failure }) => {
  const { t } = useTranslation()
  const said = otherErrors(failure, connectFields)
  const kind = ownWords.has(failure.kind) ? failure.kind : 'other'
  const seconds = Math.ceil((failure.retryAfterMs ?? 60_000) / 1000)
  return (
    <Notice tone="bad" role="alert" testId="connect-error" code={failure.kind} title={t(`connect.error.${kind}.title`)}>
      {said.map(text => (
        <p key={text}>
          {t('failure.shopSaid')} “{text}”
        </p>
      ))}
      <p>{t(`connect.error.${kind}.text`, { seconds })}</p>
      {way !== 'demo' && ['captcha', 'otp', 'throttled'].includes(failure.kind) ? (
        <p>{t(`connect.wayOut.${way}`)}</p>
      ) : null}
      {failure.code ? <p className="mono">{failure.code}</p> : null}
    </Notice>
  )
}
