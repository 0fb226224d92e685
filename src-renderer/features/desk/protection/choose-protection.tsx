import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure, Reply } from '../../../../src-main/contract/failures.ts'
import { limits, shortestPassphrase } from '../../../../src-main/contract/limits.ts'
import type { ProtectInput, VaultStatus } from '../../../../src-main/contract/vault.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { FailureNotice } from '../../common/parts/failure-notice.tsx'
import { useLimit } from '../../common/services/use-limit.ts'

interface ChooseProtectionProps {
  readonly protect: (input: ProtectInput) => Promise<Reply<VaultStatus>>
  readonly onStatus: (status: VaultStatus) => void
}

/** Shown on a machine without a keyring before anything is stored: the user chooses how to keep the key. */
export const ChooseProtection = ({ protect, onStatus }: ChooseProtectionProps) => {
  const { t } = useTranslation()
  const [kind, setKind] = useState<ProtectInput['kind']>('passphrase')
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const tooShort = passphrase.length < shortestPassphrase
  const limit = useLimit()(passphrase, limits.passphrase)
  const differs = passphrase !== repeated

  const submit = () => {
    setChecked(true)
    if (kind === 'passphrase' && (tooShort || differs || limit.error !== null)) return
    setBusy(true)
    protect(kind === 'key-file' ? { kind } : { kind, passphrase })
      .then(reply => (reply.ok ? onStatus(reply.value) : setFailure(reply.failure)))
      .finally(() => setBusy(false))
      .catch(() => undefined)
  }

  return (
    <main className="boot">
      <form
        className="card boot-card"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          if (!busy) submit()
        }}
      >
        <div>
          <h1>
            <ShieldCheck className="icon" aria-hidden /> {t('protect.title')}
          </h1>
          <p className="muted">{t('protect.text')}</p>
        </div>
        {(['passphrase', 'key-file'] as const).map(choice => (
          <label key={choice} className="boot-choice">
            <input
              type="radio"
              name="protection"
              data-testid={`protect-${choice}`}
              checked={kind === choice}
              onChange={() => setKind(choice)}
            />
            <span>
              <span className="strong">{t(`protect.${choice}.title`)}</span>
              <br />
              <span className="muted">{t(`protect.${choice}.text`)}</span>
            </span>
          </label>
        ))}
        {kind === 'passphrase' ? (
          <>
            <TextField
              label={t('protect.passphraseLabel')}
              type="password"
              testId="protect-passphrase-text"
              value={passphrase}
              hint={t('protect.passphraseHint')}
              counter={limit.counter}
              error={limit.error ?? (checked && tooShort ? t('protect.tooShort', { count: shortestPassphrase }) : null)}
              onChange={event => setPassphrase(event.target.value)}
            />
            <TextField
              label={t('protect.repeat')}
              type="password"
              testId="protect-passphrase-repeat"
              value={repeated}
              error={checked && !tooShort && differs ? t('protect.differs') : null}
              onChange={event => setRepeated(event.target.value)}
            />
          </>
        ) : null}
        {failure ? <FailureNotice why={failure} /> : null}
        <Button type="submit" variant="primary" busy={busy} testId="protect-submit">
          {t('protect.action')}
        </Button>
      </form>
    </main>
  )
}
