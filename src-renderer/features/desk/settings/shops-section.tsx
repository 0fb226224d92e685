import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { type Failure, failure } from '../../../../src-main/contract/failures.ts'
import { limits } from '../../../../src-main/contract/limits.ts'
import { defaultQuantityKey, problemOfQuantityKey } from '../../../../src-main/contract/quantity.ts'
import { isolated } from '../../../model/direction.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { FailureNotice } from '../../common/parts/failure-notice.tsx'
import { useBridge } from '../../common/services/services.tsx'
import { useLimit } from '../../common/services/use-limit.ts'
import { useAccounts } from '../../common/services/use-workspace.ts'

/** How each shop writes its data, where shops differ. The accounts of one shop share it. */
export const ShopsSection = () => {
  const { t } = useTranslation()
  const { accounts } = useAccounts()
  const shops = [...new Map(accounts.map(account => [account.shop.id, account])).values()]
  if (shops.length === 0) return null
  return (
    <section className="card card-body stack" aria-label={t('settings.shops.title')}>
      <h2>{t('settings.shops.title')}</h2>
      {shops.map(account => (
        <ShopForm key={account.shop.id} account={account} />
      ))}
    </section>
  )
}

const ShopForm = ({ account: { id: accountId, shop } }: { account: Account }) => {
  const { t } = useTranslation()
  const bridge = useBridge()
  const limitOf = useLimit()
  const inForce = shop.quantityKey ?? defaultQuantityKey
  /** Null while nothing was typed that is not saved. */
  const [typed, setTyped] = useState<string | null>(null)
  const [why, setWhy] = useState<Failure | null>(null)
  const [saved, setSaved] = useState(false)
  const [busy, setBusy] = useState(false)
  const text = typed ?? inForce
  const limit = limitOf(text.trim(), limits.quantityKey)
  const problem = problemOfQuantityKey(text)
  const spaces = problem === 'spaces' ? t('settings.shops.quantityKey.spaces') : null

  const save = async () => {
    if (problem !== null || busy) return
    setBusy(true)
    const reply = await bridge.accounts
      .setQuantityKey({ accountId, quantityKey: text.trim() })
      .catch(() => ({ ok: false, failure: failure('bug') }) as const)
    setBusy(false)
    setWhy(reply.ok ? null : reply.failure)
    setSaved(reply.ok)
    if (reply.ok) setTyped(null)
  }

  return (
    <form
      className="shop-form"
      aria-label={shop.name}
      onSubmit={event => {
        event.preventDefault()
        save().catch(() => undefined)
      }}
    >
      <p className="cluster strong">
        <span className="shop-dot" data-shop-colour={shop.colour} aria-hidden />
        {isolated(shop.name)}
      </p>
      <TextField
        label={t('settings.shops.quantityKey.label')}
        hint={t('settings.shops.quantityKey.hint', { key: defaultQuantityKey })}
        testId="settings-quantity-key"
        value={text}
        placeholder={defaultQuantityKey}
        error={limit.error ?? spaces}
        counter={limit.counter}
        onChange={event => {
          setTyped(event.target.value)
          setSaved(false)
          setWhy(null)
        }}
      />
      {why ? <FailureNotice why={why} /> : null}
      <div className="cluster">
        <Button small type="submit" testId="settings-quantity-key-save" busy={busy} disabled={problem !== null}>
          {t('settings.shops.save')}
        </Button>
        <span className="muted" role="status">
          {saved ? t('settings.shops.saved') : null}
        </span>
      </div>
    </form>
  )
}
