import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { isolated } from '../../../model/direction.ts'
import { unsentOf } from '../../../model/entries.ts'
import type { CacheState } from '../../../storage/account-cache.ts'
import type { KeptStore } from '../../../storage/kept-store.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Confirm } from '../../../ui/dialog.tsx'
import { useSignInAgain } from '../../common/navigation/connect-actions.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { FailureNotice } from '../../common/parts/failure-notice.tsx'
import { useServices } from '../../common/services/services.tsx'
import { useOutbox } from '../../common/services/use-entries.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { still, useWatched } from '../../common/services/use-watched.ts'
import { useAccounts, useWorkspaceOf } from '../../common/services/use-workspace.ts'
import { discardAll, UnsentDialog } from '../../queue/unsent/unsent-dialog.tsx'
import { forgetNotes } from '../../records/notes/use-note.ts'
import { forgetDrafts } from '../../request/form/drafts.ts'
import { recentsSchema } from '../find/recents.ts'
import { onlyOf, tabsSchema } from '../tabs/tab-state.ts'

const noCache = still<CacheState>({ kind: 'ready' })

const CacheLine = ({ accountId }: { accountId: string }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const cache = useWatched(useWorkspaceOf(accountId)?.cache ?? noCache)
  if (cache.kind !== 'memory-only' && cache.kind !== 'rebuilt') return null
  const moment = cache.kind === 'rebuilt' ? format.moment(cache.at) : ''
  return (
    <p className="account-cache field-error field-warning" data-testid="account-cache" data-state={cache.kind}>
      {t(`settings.cache.${cache.kind}`, { moment })}
    </p>
  )
}

type Leaving = { readonly account: Account; readonly how: 'signOut' | 'remove' }

/** Signing out or removing an account with unsent entries lists them and asks what to do with them. */
export const AccountsSection = () => {
  const { t } = useTranslation()
  const { bridge, counterside, kept } = useServices()
  const { accounts } = useAccounts()
  const { entries } = useOutbox()
  const { connect } = useNavigation()
  const signInAgain = useSignInAgain()
  const [leaving, setLeaving] = useState<Leaving | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const unsent = leaving ? unsentOf(entries, leaving.account.id) : []

  const leave = async ({ account, how }: Leaving, discard: boolean) => {
    setBusy(true)
    setFailure(null)
    const refused = discard ? await discardAll(counterside.outbox, unsentOf(entries, account.id)) : null
    if (refused === null) {
      const reply = await bridge.accounts[how]({ accountId: account.id })
      if (!reply.ok) setFailure(reply.failure)
      else if (how === 'remove')
        // The banner reports a full disk; tabs and what was opened last are looked through again at the next start.
        await forgetAccount(kept, account.id).catch(() => undefined)
    } else setFailure(refused)
    setBusy(false)
    setLeaving(null)
  }
  const run = (discard: boolean) => {
    if (leaving) leave(leaving, discard).catch(() => setBusy(false))
  }

  return (
    <section className="card card-body stack" aria-label={t('settings.accounts')}>
      <div className="spread">
        <h2>{t('settings.accounts')}</h2>
        <Button small icon={UserPlus} testId="account-add" onClick={() => connect()}>
          {t('settings.addAccount')}
        </Button>
      </div>
      {failure ? <FailureNotice why={failure} /> : null}
      <ul className="account-list">
        {accounts.map(account => (
          <li key={account.id} className="account-row" data-testid="account-row" data-account-id={account.id}>
            <span className="shop-dot" data-shop-colour={account.shop.colour} aria-hidden />
            <span className="account-name">
              <span className="strong">{account.label}</span>
              <span className="muted">{` · ${isolated(account.shop.name)} · ${t(`account.kind.${account.kind}`)}`}</span>
            </span>
            <CacheLine accountId={account.id} />
            <Chip tone={account.signedIn ? 'ok' : 'wait'}>
              {t(account.signedIn ? 'signal.session.signed-in' : 'signal.session.signed-out')}
            </Chip>
            {account.signedIn ? (
              <Button small testId="account-sign-out" onClick={() => setLeaving({ account, how: 'signOut' })}>
                {t('settings.signOut')}
              </Button>
            ) : (
              <Button small onClick={() => signInAgain(account)}>
                {t('action.signInAgain')}
              </Button>
            )}
            <Button
              small
              variant="quiet-danger"
              testId="account-remove"
              onClick={() => setLeaving({ account, how: 'remove' })}
            >
              {t('settings.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {leaving && unsent.length > 0 ? (
        <UnsentDialog
          reason={leaving.how}
          entries={unsent}
          busy={busy}
          onKeep={() => run(false)}
          onDiscard={() => run(true)}
          onCancel={() => setLeaving(null)}
        />
      ) : null}
      {leaving && unsent.length === 0 ? (
        <Confirm
          danger={leaving.how === 'remove'}
          title={t(`settings.ask.${leaving.how}.title`, { name: leaving.account.label })}
          confirm={t(`settings.${leaving.how}`)}
          cancel={t('action.cancel')}
          busy={busy}
          onConfirm={() => run(false)}
          onCancel={() => setLeaving(null)}
        >
          <p>{t(`settings.ask.${leaving.how}.text`)}</p>
        </Confirm>
      ) : null}
    </section>
  )
}

/** Deletes what was kept about a removed account's customers. An unreadable record is left as it is. */
export const forgetAccount = async (kept: KeptStore, accountId: string): Promise<void> => {
  forgetDrafts(accountId)
  const tabs = tabsSchema.safeParse(kept.watch('tabs').snapshot())
  const recents = recentsSchema.safeParse(kept.watch('recents').snapshot())
  await Promise.all([
    forgetNotes(kept, accountId),
    tabs.success ? kept.set('tabs', onlyOf(tabs.data, { has: id => id !== accountId })) : undefined,
    recents.success
      ? kept.set(
          'recents',
          recents.data.filter(each => each.accountId !== accountId),
        )
      : undefined,
  ])
}
