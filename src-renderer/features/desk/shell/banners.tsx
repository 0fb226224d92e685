import type { TFunction } from 'i18next'
import { CloudOff, LogIn } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { connectionTimings } from '../../../connection/connection.ts'
import { causeOf } from '../../../model/causes.ts'
import type { CacheState } from '../../../storage/account-cache.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useSignInAgain } from '../../common/navigation/connect-actions.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { FailureNotice } from '../../common/parts/failure-notice.tsx'
import { useProxyAction } from '../../common/services/proxy-asked.tsx'
import { useServices } from '../../common/services/services.tsx'
import { useClosedGate, useOutbox } from '../../common/services/use-entries.ts'
import { still, useWatched } from '../../common/services/use-watched.ts'
import { useConnection, useWorkspaceOf } from '../../common/services/use-workspace.ts'
import { diskAdvice, failureWords, isFull } from '../../common/words/failure-words.ts'
import { draftTrouble } from '../../request/form/drafts.ts'

const RestoredBanner = ({ restored, unreadable }: { restored: number; unreadable: number }) => {
  const { t } = useTranslation()
  const { screen, go } = useNavigation()
  const [seen, setSeen] = useState(false)
  // The outbox screen shows this itself, in more detail.
  if (seen || screen === 'outbox' || restored + unreadable === 0) return null
  return (
    <Notice
      tone={unreadable > 0 ? 'bad' : 'wait'}
      role="status"
      actions={
        <>
          <Button small onClick={() => go('outbox')}>
            {t('action.showInOutbox')}
          </Button>
          <Button small variant="ghost" onClick={() => setSeen(true)}>
            {t('action.close')}
          </Button>
        </>
      }
    >
      {restored > 0 ? <p>{t('outbox.restored', { count: restored })}</p> : null}
      {unreadable > 0 ? <p>{t('outbox.unreadable', { count: unreadable })}</p> : null}
    </Notice>
  )
}

const noCache = still<CacheState>({ kind: 'ready' })

const CacheBanner = ({ account }: { account: Account }) => {
  const { t } = useTranslation()
  const workspace = useWorkspaceOf(account.id)
  const cache = useWatched(workspace?.cache ?? noCache)
  const [seenAt, setSeenAt] = useState<number | null>(null)
  if (cache.kind === 'memory-only')
    return (
      <Notice tone="bad" role="status" title={t('banner.memoryOnly.title')} code={cache.failure.kind}>
        {t('banner.memoryOnly.text')}
      </Notice>
    )
  if (cache.kind !== 'rebuilt' || seenAt === cache.at) return null
  return (
    <Notice
      tone="wait"
      role="status"
      title={t('banner.rebuilt.title')}
      actions={
        <Button small onClick={() => setSeenAt(cache.at)}>
          {t('action.close')}
        </Button>
      }
    >
      {t('banner.rebuilt.text')}
    </Notice>
  )
}

/** Why nothing is sent, and what to do; a full disk has a sentence of its own. */
const storageAdvice = (why: Failure, t: TFunction): string => {
  const advice = isFull(why) ? null : diskAdvice(why, t)
  return advice === null ? t('banner.storage') : `${t('banner.storageOther')} ${advice}`
}

/** Warns about the user's own data that is not on disk yet, until it is. */
const NotKeptBanner = () => {
  const { t } = useTranslation()
  const { kept } = useServices()
  const setup = useWatched(kept.trouble)
  const drafts = useWatched(draftTrouble)
  const why = setup ?? drafts
  if (why === null) return null
  const what = setup === null ? 'drafts' : drafts === null ? 'setup' : 'both'
  return (
    <Notice tone="bad" role="status" testId="banner-not-kept" code={why.kind} title={t(`banner.notKept.${what}`)}>
      {t('banner.notKept.text')}
    </Notice>
  )
}

/** Problems of the whole app, shown once above the screen, with what still works. */
export const Banners = ({ account }: { account: Account | null }) => {
  const { t } = useTranslation()
  const { shop, session, failure } = useConnection(account)
  const { storageFailure, restored, unreadable } = useOutbox()
  const signInAgain = useSignInAgain()
  const proxyAction = useProxyAction(failure)
  const isOtherUser = useClosedGate(account?.id ?? null)?.gate === 'other-user'
  const offline = account !== null && shop === 'not-answering'
  const signedOut = account !== null && (session === 'signed-out' || isOtherUser)
  return (
    <div className="banners">
      {storageFailure ? (
        <FailureNotice why={storageFailure} testId="banner-storage" advice={storageAdvice(storageFailure, t)} />
      ) : null}
      <NotKeptBanner />
      {account ? <CacheBanner key={account.id} account={account} /> : null}
      <RestoredBanner restored={restored} unreadable={unreadable} />
      {offline ? (
        <Notice
          tone="wait"
          icon={CloudOff}
          role="status"
          testId="banner-offline"
          code={failure?.code ?? failure?.kind ?? 'offline'}
          actions={proxyAction}
        >
          <span className="strong">{failure ? `${failureWords(failure, t).title}.` : t('banner.offline')}</span>{' '}
          {failure && causeOf(failure) ? `${t(`cause.${causeOf(failure)}.advice`)} ` : null}
          {t('banner.stillWorks')} {t('banner.retries', { count: connectionTimings.probeLongestMs / 1000 })}
        </Notice>
      ) : null}
      {signedOut && !offline ? (
        <Notice tone="wait" icon={LogIn} role="status" testId="banner-signed-out">
          <span className="strong">
            {t(isOtherUser ? 'banner.otherUser' : 'banner.signedOut', { name: account.label })}
          </span>{' '}
          {t(isOtherUser ? 'banner.otherUserText' : 'banner.signedOutText')}{' '}
          <button type="button" className="link" onClick={() => signInAgain(account)}>
            {isOtherUser ? t('action.signInAs', { name: account.label }) : t('action.signInAgain')}
          </button>
        </Notice>
      ) : null}
    </div>
  )
}
