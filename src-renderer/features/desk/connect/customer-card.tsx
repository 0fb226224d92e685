import { LogIn, UserRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Account,
  type CustomerSignIn,
  defaultCookieName,
  isNameless,
} from '../../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { limits } from '../../../../src-main/contract/limits.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { type LimitWords, useLimit } from '../../common/services/use-limit.ts'
import { useAccounts } from '../../common/services/use-workspace.ts'
import { errorOfField } from '../../common/words/failure-words.ts'
import { addressError } from './connect-error.tsx'
import { readPastedSession } from './read-pasted.ts'

export interface CardProps {
  readonly busy: boolean
  readonly disabled: boolean
  readonly failure: Failure | null
}

interface CustomerCardProps extends CardProps {
  readonly commerceUrl: string
  /** The name of the account that signs in again, if the shop gave it none. */
  readonly name: string
  readonly onSubmit: (input: CustomerSignIn) => void
}

/** A pasted session wins over e-mail and password: people paste one when the password way does not work. */
export const CustomerCard = ({
  commerceUrl,
  name: firstName,
  busy,
  disabled,
  failure,
  onSubmit,
}: CustomerCardProps) => {
  const { t } = useTranslation()
  const [address, setAddress] = useState(commerceUrl)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [cookieName, setCookieName] = useState(defaultCookieName)
  const [sessionId, setSessionId] = useState('')
  const [name, setName] = useState(firstName)
  const [checked, setChecked] = useState(false)
  const missing = (value: string, unless = false) =>
    checked && !unless && value.trim() === '' ? t('connect.missing') : null
  const pasted = sessionId.trim() !== ''
  const session = readPastedSession(sessionId, cookieName.trim())
  const sessionError = () => {
    if (!pasted || session.kind === 'found') return null
    const wanted = cookieName.trim() || defaultCookieName
    return session.names.length === 0
      ? t('connect.noSession', { name: wanted })
      : t('connect.noSuchCookie', { name: wanted, names: session.names.join(', ') })
  }

  const limitOf = useLimit()
  const lengths = {
    address: limitOf(address.trim(), limits.address),
    email: limitOf(email.trim(), limits.userName),
    password: limitOf(password, limits.secret),
    cookieName: limitOf(cookieName.trim(), limits.cookieName),
    sessionId: limitOf(session.kind === 'found' ? session.value : '', limits.secret),
    name: limitOf(name.trim(), limits.sessionName),
  }
  const isTooLong = Object.values(lengths).some(({ error }) => error !== null)

  const badAddress = addressError(failure, t)

  const submit = () => {
    setChecked(true)
    if (isTooLong) return
    if (pasted && session.kind === 'missing') return
    if (address.trim() === '' || (!pasted && (email.trim() === '' || password === ''))) return
    onSubmit({
      commerceUrl: address.trim(),
      cookieName: cookieName.trim() || defaultCookieName,
      with:
        session.kind === 'found' && pasted
          ? { kind: 'session', sessionId: session.value, name: name.trim() }
          : { kind: 'password', email: email.trim(), password },
    })
  }

  return (
    <form
      className="card connect-card"
      aria-label={t('connect.customer.title')}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (!disabled) submit()
      }}
    >
      <div className="connect-card-head">
        <UserRound className="icon" aria-hidden />
        <div>
          <h2>{t('connect.customer.title')}</h2>
          <p className="muted">{t('connect.customer.text')}</p>
        </div>
      </div>
      <TextField
        label={t('connect.commerceUrl')}
        testId="connect-commerce-url"
        placeholder="https://www.example.com"
        inputMode="url"
        value={address}
        counter={lengths.address.counter}
        error={lengths.address.error ?? missing(address) ?? errorOfField(failure, 'commerceUrl', t) ?? badAddress}
        onChange={event => setAddress(event.target.value)}
      />
      <div className="connect-pair">
        <TextField
          label={t('connect.email')}
          testId="connect-email"
          type="email"
          value={email}
          counter={lengths.email.counter}
          error={lengths.email.error ?? missing(email, pasted) ?? errorOfField(failure, 'email', t)}
          onChange={event => setEmail(event.target.value)}
        />
        <TextField
          label={t('connect.password')}
          testId="connect-password"
          type="password"
          value={password}
          counter={lengths.password.counter}
          error={lengths.password.error ?? missing(password, pasted) ?? errorOfField(failure, 'password', t)}
          onChange={event => setPassword(event.target.value)}
        />
      </div>
      <p className="connect-or">
        <span>{t('connect.customer.or')}</span>
      </p>
      <div className="connect-pair">
        <TextField
          label={t('connect.cookieName')}
          testId="connect-session-cookie-name"
          value={cookieName}
          counter={lengths.cookieName.counter}
          error={lengths.cookieName.error ?? errorOfField(failure, 'cookieName', t)}
          onChange={event => setCookieName(event.target.value)}
        />
        <TextField
          label={t('connect.sessionId')}
          testId="connect-session-id"
          type="password"
          value={sessionId}
          counter={lengths.sessionId.counter}
          error={sessionError() ?? lengths.sessionId.error ?? errorOfField(failure, 'sessionId', t)}
          onPaste={event => {
            // The field would join pasted lines, and a header's name with the value before it.
            event.preventDefault()
            const text = event.clipboardData.getData('text')
            const found = readPastedSession(text, cookieName.trim())
            setSessionId(found.kind === 'found' ? found.value : text.replace(/\s+/g, ' '))
          }}
          onChange={event => setSessionId(event.target.value)}
        />
      </div>
      {pasted || name !== '' ? (
        <SessionName
          limit={lengths.name}
          value={name}
          address={address}
          needed={failure?.code === 'name-needed'}
          onName={setName}
        />
      ) : null}
      <Button
        type="submit"
        variant="primary"
        icon={LogIn}
        busy={busy}
        disabled={disabled}
        testId="connect-customer-submit"
      >
        {busy ? t('connect.busy') : t('connect.customer.action')}
      </Button>
    </form>
  )
}

interface SessionNameProps {
  readonly value: string
  readonly limit: LimitWords
  /** The shop's address as typed. */
  readonly address: string
  /** The shop gave no name, and an account without a name exists already. */
  readonly needed: boolean
  readonly onName: (name: string) => void
}

const hostOf = (address: string): string | null =>
  URL.canParse(address)
    ? new URL(address).host
    : URL.canParse(`https://${address}`)
      ? new URL(`https://${address}`).host
      : null

/** Accounts of this shop that differ only in the name the user gave them. */
const namelessAt = (accounts: readonly Account[], address: string): readonly Account[] =>
  accounts.filter(
    ({ kind, userId, shop }) =>
      kind === 'customer' && isNameless(userId) && hostOf(shop.commerceUrl ?? '') === hostOf(address.trim()),
  )

/** Whose session it is, for shops that do not say: the same name is the same account. */
const SessionName = ({ value, limit, address, needed, onName }: SessionNameProps) => {
  const { t } = useTranslation()
  const { accounts } = useAccounts()
  const names = joinedTexts(
    namelessAt(accounts, address).map(account => `“${account.label}”`),
    ', ',
  )
  return (
    <TextField
      label={t(needed ? 'connect.nameOf' : 'connect.name')}
      testId="connect-name"
      value={value}
      hint={names === '' ? t('connect.nameHint') : t('connect.nameHintKnown', { names })}
      counter={limit.counter}
      error={limit.error ?? (needed && value.trim() === '' ? t('connect.nameNeeded') : null)}
      onChange={event => onName(event.target.value)}
    />
  )
}
