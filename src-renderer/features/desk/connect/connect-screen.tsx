import { Archive, Store } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountKind, AccountList } from '../../../../src-main/contract/accounts.ts'
import type { Failure, Reply } from '../../../../src-main/contract/failures.ts'
import { causeOf } from '../../../model/causes.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { ConnectHint } from '../../common/navigation/navigation.tsx'
import { useProxyAsked } from '../../common/services/proxy-asked.tsx'
import { useBridge, usePreferences, useServices } from '../../common/services/services.tsx'
import { ConnectError, type ConnectWay } from './connect-error.tsx'
import { CustomerCard } from './customer-card.tsx'
import { StaffCard } from './staff-card.tsx'
import './connect.css'

interface ConnectScreenProps {
  readonly hint: ConnectHint
  readonly onConnected: (way: ConnectWay) => void
}

/** One sign-in at a time: while one runs, every button waits, so nothing is sent twice. */
export const ConnectScreen = ({ hint, onConnected }: ConnectScreenProps) => {
  const { t } = useTranslation()
  const bridge = useBridge()
  const { language, setLanguage } = usePreferences()
  const [busy, setBusy] = useState<ConnectWay | null>(null)
  const passes = useProxyAsked()?.passes ?? 0
  const [answer, setAnswer] = useState<{ way: ConnectWay; failure: Failure; passes: number } | null>(null)
  // After a sign-in to the proxy, its error message goes.
  const isOver = answer !== null && answer.passes !== passes && causeOf(answer.failure) === 'proxy-sign-in'
  const trouble = isOver ? null : answer

  const connect = (way: ConnectWay, call: () => Promise<Reply<AccountList>>) => {
    if (busy !== null) return
    setBusy(way)
    setAnswer(null)
    call()
      .then(reply => {
        if (reply.ok) onConnected(way)
        else setAnswer({ way, failure: reply.failure, passes })
      })
      .finally(() => setBusy(null))
      .catch(() => undefined)
  }
  const cardProps = (way: AccountKind) => ({
    busy: busy === way,
    disabled: busy !== null,
    failure: trouble?.way === way ? trouble.failure : null,
  })

  return (
    <div className="connect scroll">
      <div className="connect-inner">
        <header className="connect-head">
          <div>
            <h1>{t('connect.title')}</h1>
            <p className="muted">{t('connect.text')}</p>
          </div>
          <select
            className="select"
            data-testid="connect-language"
            aria-label={t('settings.language')}
            value={language}
            onChange={event => setLanguage(event.target.value === 'tr' ? 'tr' : 'en')}
          >
            <option value="tr" lang="tr">
              Türkçe
            </option>
            <option value="en" lang="en">
              English
            </option>
          </select>
        </header>
        <KeptAside />
        <AccountsSetAside />
        {trouble ? <ConnectError way={trouble.way} failure={trouble.failure} /> : null}
        <div className="connect-cards">
          <CustomerCard
            {...cardProps('customer')}
            commerceUrl={hint.commerceUrl ?? ''}
            name={hint.name ?? ''}
            onSubmit={input => connect('customer', () => bridge.accounts.connectCustomer(input))}
          />
          <StaffCard
            {...cardProps('staff')}
            omnitronUrl={hint.omnitronUrl ?? ''}
            onSubmit={input => connect('staff', () => bridge.accounts.connectStaff(input))}
          />
        </div>
        <section className="connect-demo card" aria-label={t('connect.demo.title')}>
          <Store className="icon" aria-hidden />
          <div>
            <h2>{t('connect.demo.title')}</h2>
            <p className="muted">{t('connect.demo.text')}</p>
          </div>
          <Button
            testId="connect-demo"
            busy={busy === 'demo'}
            disabled={busy !== null}
            onClick={() => connect('demo', () => bridge.accounts.connectDemo(undefined))}
          >
            {t('connect.demo.action')}
          </Button>
        </section>
      </div>
    </div>
  )
}

/** Shown when the accounts file could not be used: why every account is gone, and where the old file is. */
const AccountsSetAside = () => {
  const { t } = useTranslation()
  const { accountsSetAside: path } = useServices().info
  if (path === null) return null
  return (
    <Notice tone="wait" icon={Archive} testId="accounts-set-aside" title={t('connect.setAside.title')}>
      <p>{t('connect.setAside.text')}</p>
      <p className="kept-path">
        <span className="mono">{path}</span>
        <CopyButton text={path} label={t('action.copyPath')} doneLabel={t('action.copied')} />
      </p>
    </Notice>
  )
}

/** After a fresh start: shows where the old data is, until the user confirms having seen it. */
const KeptAside = () => {
  const { t } = useTranslation()
  const bridge = useBridge()
  const [path, setPath] = useState<string | null>(null)
  useEffect(() => {
    let isGone = false
    bridge.vault
      .keptAside(undefined)
      .then(reply => {
        if (reply.ok && !isGone) setPath(reply.value)
      })
      .catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [bridge])
  if (path === null) return null
  const hide = () => {
    setPath(null)
    bridge.vault.keptSeen(undefined).catch(() => undefined)
  }
  return (
    <Notice
      icon={Archive}
      testId="kept-aside"
      title={t('connect.keptAside.title')}
      actions={
        <Button small testId="kept-aside-seen" onClick={hide}>
          {t('connect.keptAside.seen')}
        </Button>
      }
    >
      <p>{t('connect.keptAside.text')}</p>
      <p className="kept-path">
        <span className="mono" data-testid="kept-aside-path">
          {path}
        </span>
        <CopyButton text={path} label={t('action.copyPath')} doneLabel={t('action.copied')} />
      </p>
    </Notice>
  )
}
