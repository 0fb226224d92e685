import { LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure, Reply } from '../../../../src-main/contract/failures.ts'
import { limits } from '../../../../src-main/contract/limits.ts'
import type { VaultStatus } from '../../../../src-main/contract/vault.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { FailureNotice } from '../../common/parts/failure-notice.tsx'
import { useLimit } from '../../common/services/use-limit.ts'
import { SetAsideOffer, type SetAsideProps } from './set-aside.tsx'

interface UnlockProps extends Pick<SetAsideProps, 'dataFolder' | 'setAside' | 'onAgain'> {
  readonly unlock: (passphrase: string) => Promise<Reply<VaultStatus>>
  readonly onStatus: (status: VaultStatus) => void
}

const wrongKinds = new Set(['rejected', 'bad-input', 'locked', 'refused'])

export const Unlock = ({ unlock, onStatus, ...aside }: UnlockProps) => {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const isWrong = failure !== null && wrongKinds.has(failure.kind)

  const limit = useLimit()(passphrase, limits.passphrase)
  const submit = () => {
    if (busy || passphrase === '' || limit.error !== null) return
    setBusy(true)
    unlock(passphrase)
      .then(reply => {
        if (!reply.ok) setFailure(reply.failure)
        else if (reply.value.state === 'locked')
          setFailure({ kind: 'rejected', status: null, code: null, errors: [], retryAfterMs: null })
        else onStatus(reply.value)
      })
      .finally(() => setBusy(false))
      .catch(() => undefined)
  }

  return (
    <main className="boot">
      <form
        className="card boot-card"
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <div>
          <h1>
            <LockKeyhole className="icon" aria-hidden /> {t('unlock.title')}
          </h1>
          <p className="muted">{t('unlock.text')}</p>
        </div>
        <TextField
          label={t('protect.passphraseLabel')}
          type="password"
          testId="unlock-passphrase"
          value={passphrase}
          counter={limit.counter}
          error={limit.error ?? (isWrong ? t('unlock.wrong') : null)}
          onChange={event => {
            setPassphrase(event.target.value)
            setFailure(null)
          }}
        />
        {failure && !isWrong ? <FailureNotice why={failure} /> : null}
        <Button type="submit" variant="primary" busy={busy} testId="unlock-submit">
          {t('unlock.action')}
        </Button>
        {isWrong ? <SetAsideOffer {...aside} /> : null}
      </form>
    </main>
  )
}
