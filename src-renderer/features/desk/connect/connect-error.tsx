import type { TFunction } from 'i18next'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountKind } from '../../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { causeOf } from '../../../model/causes.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useProxyAction } from '../../common/services/proxy-asked.tsx'
import { diskAdvice, isNoPage, otherErrors, waitWords } from '../../common/words/failure-words.ts'

export type ConnectWay = AccountKind | 'demo'

/** Fields that the cards show errors for. Errors of other fields are shown here. */
const connectFields: ReadonlySet<string> = new Set([
  'email',
  'password',
  'username',
  'token',
  'code',
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
  'conflict',
  'signed-out',
  'csrf',
  'offline',
  'unreachable-after-send',
  'bad-address',
  'certificate',
  'not-json',
  'moved',
  'incompatible',
  'not-found',
  'server-error',
  'storage',
  'locked',
  'bug',
])

/** Why an address can't be used, as main's check names it. */
const addressCodes = new Set(['not-an-address', 'http-not-allowed', 'credentials-in-address', 'scheme-not-allowed'])

/** The error shown at the address field, when the failure is about the address. */
export const addressError = (failure: Failure | null, t: TFunction): string | null => {
  if (failure?.kind === 'bad-address' && failure.code !== 'no-shop-here') return t('connect.checkAddress')
  return failure?.code === 'no-shop-here' || failure?.kind === 'moved' ? t('connect.noShopHere') : null
}

/** A wrong address answers with a web page. An empty or broken answer has another cause. */
const wordsKind = ({ kind, code }: Failure): string => (kind === 'not-json' && isNoPage(code) ? 'incompatible' : kind)

/** Scrolls into view by itself: at a high zoom the button may be far below. */
export const ConnectError = ({ way, failure }: { way: ConnectWay; failure: Failure }) => {
  const { t } = useTranslation()
  const proxyAction = useProxyAction(failure)
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new failure, not only the first
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [failure])
  const otherTexts = otherErrors(failure, t, connectFields)
  const kind = ownWords.has(failure.kind) ? wordsKind(failure) : 'other'
  const disk = diskAdvice(failure, t)
  const cause = causeOf(failure)
  const ownCode = failure.kind === 'bad-address' && addressCodes.has(failure.code ?? '') ? failure.code : null
  return (
    <div ref={box}>
      <Notice
        tone="bad"
        role="alert"
        testId="connect-error"
        code={failure.kind}
        actions={proxyAction}
        title={cause ? t(`cause.${cause}.title`) : t(`connect.error.${kind}.title`)}
      >
        {otherTexts.map(text => (
          <p key={text}>
            {t('failure.shopSaid')} <bdi>{text}</bdi>
          </p>
        ))}
        <p>
          {ownCode
            ? t(`connect.error.bad-address.${ownCode}`)
            : cause
              ? t(`cause.${cause}.advice`)
              : t(`connect.error.${kind}.text`, { wait: waitWords(failure, t) })}
        </p>
        {disk ? <p>{disk}</p> : null}
        {way !== 'demo' && ['captcha', 'otp', 'throttled'].includes(failure.kind) ? (
          <p>{t(`connect.wayOut.${way}`)}</p>
        ) : null}
        <p>{t('connect.error.kept')}</p>
        {failure.code && ownCode === null && kind !== 'conflict' ? <p className="mono">{failure.code}</p> : null}
      </Notice>
    </div>
  )
}
