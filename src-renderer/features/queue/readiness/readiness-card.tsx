import { CircleAlert, CircleCheck, CircleDashed, Clock, LogIn, type LucideIcon, RefreshCw } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { ListSnapshot } from '../../../lists/types.ts'
import { minuteMs } from '../../../model/clock.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { watchAll } from '../../../model/watched.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip, type Tone } from '../../../ui/chip.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { useSignInAgain } from '../../common/navigation/connect-actions.tsx'
import { useCounterside } from '../../common/services/services.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { useWatched } from '../../common/services/use-watched.ts'
import { type ListReadiness, type Need, needsOf, readinessOf, worst } from './readiness.ts'

const looks: Readonly<Record<Need, { readonly icon: LucideIcon; readonly tone: Tone }>> = {
  ready: { icon: CircleCheck, tone: 'ok' },
  old: { icon: Clock, tone: 'wait' },
  reading: { icon: RefreshCw, tone: 'busy' },
  partly: { icon: CircleAlert, tone: 'wait' },
  missing: { icon: CircleDashed, tone: 'bad' },
}

const ListLine = ({ list, need, count, asOf, since, withoutLines }: ListReadiness) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const { icon, tone } = looks[need]
  return (
    <tr data-testid="readiness-row" data-list={list} data-need={need}>
      <th scope="row">{t(`readiness.list.${list}`)}</th>
      <td>
        <Chip tone={tone} icon={icon}>
          {t(`readiness.need.${need}`)}
        </Chip>
      </td>
      <td className="number">{format.count(count)}</td>
      <td>{asOf === null ? t('readiness.never') : format.age(asOf, now)}</td>
      <td className="muted">
        {joinedTexts(
          [
            since === null ? null : t('readiness.since', { day: format.day(since) }),
            withoutLines > 0 ? t('readiness.withoutLines', { count: withoutLines }) : null,
          ],
          ' · ',
        )}
      </td>
    </tr>
  )
}

/** One account: what it has here, and a button that fetches what is missing. */
export const ReadinessCard = ({ account }: { account: Account }) => {
  const { t } = useTranslation()
  const counterside = useCounterside()
  const signInAgain = useSignInAgain()
  const [busy, setBusy] = useState(false)
  const lists = useReadiness(account)
  const overall = worst(lists)
  const fill = () => {
    setBusy(true)
    counterside
      .workspace(account.id)
      .refreshAll()
      .catch(() => undefined)
      .finally(() => setBusy(false))
  }
  return (
    <section
      className="card card-body stack"
      data-testid="readiness-account"
      data-account-id={account.id}
      data-need={overall}
      aria-label={account.label}
    >
      <div className="spread">
        <div className="cluster">
          <span className="shop-dot" data-shop-colour={account.shop.colour} aria-hidden />
          <h2>{account.label}</h2>
          <span className="muted">{joinedTexts([account.shop.name, t(`account.kind.${account.kind}`)], ' · ')}</span>
        </div>
        {account.signedIn ? (
          <Button
            icon={RefreshCw}
            variant={overall === 'ready' ? 'secondary' : 'primary'}
            busy={busy}
            testId="readiness-fill"
            onClick={fill}
          >
            {t('readiness.fill')}
          </Button>
        ) : (
          <Button icon={LogIn} variant="primary" onClick={() => signInAgain(account)}>
            {t('action.signInAgain')}
          </Button>
        )}
      </div>
      <p>{t(`readiness.verdict.${account.kind}.${overall}`)}</p>
      <table className="readiness-table">
        <thead>
          <tr>
            <th scope="col">{t('readiness.column.list')}</th>
            <th scope="col">{t('readiness.column.state')}</th>
            <th scope="col" className="number">
              {t('readiness.column.count')}
            </th>
            <th scope="col">{t('readiness.column.read')}</th>
            <th scope="col">
              <span className="sr-only">{t('readiness.column.more')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lists.map(list => (
            <ListLine key={list.list} {...list} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What this computer has of an account, list by list. */
const useReadiness = (account: Account): readonly ListReadiness[] => {
  const counterside = useCounterside()
  const lists = useMemo(() => {
    const workspace = counterside.glance(account.id)
    return watchAll<ListSnapshot<object>>(needsOf[account.kind].map(name => workspace[name]))
  }, [counterside, account.id, account.kind])
  const snapshots = useWatched(lists)
  const now = Math.floor(useNow() / minuteMs) * minuteMs
  return useMemo(
    () =>
      needsOf[account.kind].flatMap((name, at) => {
        const snapshot = snapshots[at]
        return snapshot === undefined ? [] : [readinessOf(name, snapshot, now)]
      }),
    [account.kind, snapshots, now],
  )
}
