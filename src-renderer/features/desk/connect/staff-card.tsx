import { BriefcaseBusiness, LogIn } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffSignIn } from '../../../../src-main/contract/accounts.ts'
import { limits } from '../../../../src-main/contract/limits.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { useLimit } from '../../common/services/use-limit.ts'
import { errorOfField } from '../../common/words/failure-words.ts'
import { addressError } from './connect-error.tsx'
import type { CardProps } from './customer-card.tsx'
import { readPastedToken } from './read-pasted.ts'

interface StaffCardProps extends CardProps {
  readonly omnitronUrl: string
  readonly onSubmit: (input: StaffSignIn) => void
}

export const StaffCard = ({ omnitronUrl, busy, disabled, failure, onSubmit }: StaffCardProps) => {
  const { t } = useTranslation()
  const [address, setAddress] = useState(omnitronUrl)
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [token, setToken] = useState('')
  const [code, setCode] = useState('')
  const [codeWanted, setCodeWanted] = useState(false)
  const [checked, setChecked] = useState(false)
  const pasted = token.trim() !== ''
  const missing = (value: string, unless = false) =>
    checked && !unless && value.trim() === '' ? t('connect.missing') : null

  // Once the shop asked for a code the field stays, so that a second try has its place.
  if (failure?.kind === 'otp' && !codeWanted) setCodeWanted(true)
  const digits = code.replace(/\s/g, '')
  const isCode = digits === '' || /^[0-9]{6}$/.test(digits)
  const codeError = () => {
    if (checked && !isCode) return t('connect.staff.codeSix')
    return errorOfField(failure, 'code', t) ?? (failure?.code === 'totp-refused' ? t('connect.staff.codeWrong') : null)
  }

  const key = readPastedToken(token)
  const limitOf = useLimit()
  const lengths = {
    address: limitOf(address.trim(), limits.address),
    username: limitOf(username.trim(), limits.userName),
    password: limitOf(password, limits.secret),
    token: limitOf(token.trim(), limits.secret),
  }
  const isTooLong = Object.values(lengths).some(({ error }) => error !== null)

  const badAddress = addressError(failure, t)

  const submit = () => {
    setChecked(true)
    if (isTooLong) return
    if (pasted && key === null) return
    if (address.trim() === '' || (!pasted && (username.trim() === '' || password === '' || !isCode))) return
    onSubmit({
      omnitronUrl: address.trim(),
      with:
        key !== null
          ? { kind: 'token', token: key, username: username.trim() }
          : {
              kind: 'password',
              username: username.trim(),
              password,
              ...(digits === '' ? {} : { code: digits }),
            },
    })
  }

  return (
    <form
      className="card connect-card"
      aria-label={t('connect.staff.title')}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (!disabled) submit()
      }}
    >
      <div className="connect-card-head">
        <BriefcaseBusiness className="icon" aria-hidden />
        <div>
          <h2>{t('connect.staff.title')}</h2>
          <p className="muted">{t('connect.staff.text')}</p>
        </div>
      </div>
      <TextField
        label={t('connect.omnitronUrl')}
        testId="connect-omnitron-url"
        placeholder="https://example.omnitron.akinon.net"
        inputMode="url"
        value={address}
        counter={lengths.address.counter}
        error={lengths.address.error ?? missing(address) ?? errorOfField(failure, 'omnitronUrl', t) ?? badAddress}
        onChange={event => setAddress(event.target.value)}
      />
      <div className="connect-pair">
        <TextField
          label={t('connect.username')}
          testId="connect-staff-username"
          value={username}
          counter={lengths.username.counter}
          error={lengths.username.error ?? missing(username, pasted) ?? errorOfField(failure, 'username', t)}
          onChange={event => setUsername(event.target.value)}
        />
        <TextField
          label={t('connect.password')}
          testId="connect-staff-password"
          type="password"
          value={password}
          counter={lengths.password.counter}
          error={lengths.password.error ?? missing(password, pasted) ?? errorOfField(failure, 'password', t)}
          onChange={event => setPassword(event.target.value)}
        />
      </div>
      {codeWanted ? (
        <TextField
          label={t('connect.staff.code')}
          testId="connect-staff-code"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          value={code}
          hint={t('connect.staff.codeHint')}
          error={codeError()}
          onChange={event => setCode(event.target.value)}
        />
      ) : null}
      <p className="connect-or">
        <span>{t('connect.staff.or')}</span>
      </p>
      <TextField
        label={t('connect.token')}
        testId="connect-staff-token"
        type="password"
        value={token}
        counter={lengths.token.counter}
        error={
          pasted && key === null ? t('connect.noToken') : (lengths.token.error ?? errorOfField(failure, 'token', t))
        }
        onChange={event => setToken(event.target.value)}
      />
      <Button
        type="submit"
        variant="primary"
        icon={LogIn}
        busy={busy}
        disabled={disabled}
        testId="connect-staff-submit"
      >
        {busy ? t('connect.busy') : t('connect.staff.action')}
      </Button>
    </form>
  )
}
