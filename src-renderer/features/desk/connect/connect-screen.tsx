import { Store } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountKind, AccountList } from '../../../../src-main/contract/accounts.ts'
import type { Failure, Reply } from '../../../../src-main/contract/failures.ts'
import { causeOf } from '../../../model/causes.ts'
import { Button } from '../../../ui/button.tsx'
import type { ConnectHint } from '../../common/navigation/navigation.tsx'
import { useProxyAsked } from '../../common/services/proxy-asked.tsx'
import { useBridge, usePreferences } from '../../common/services/services.tsx'
import { AccountsSetAside } from './accounts-set-aside.tsx'
import { ConnectError, type ConnectWay } from './connect-error.tsx'
import { CustomerCard } from './customer-card.tsx'
import { KeptAside } from './kept-aside.tsx'
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
  // A sign-in to a proxy ends what the proxy had asked for.
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
