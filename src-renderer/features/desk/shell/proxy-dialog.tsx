import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AskingProxy } from '../../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { limits } from '../../../../src-main/contract/limits.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, useTyped } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Facts } from '../../common/parts/facts.tsx'
import { FailureNotice } from '../../common/parts/failure-notice.tsx'
import { type ProxyAsked, useProxyAsked } from '../../common/services/proxy-asked.tsx'
import { useBridge } from '../../common/services/services.tsx'
import { useLimit } from '../../common/services/use-limit.ts'

/** The question for a proxy's name and password, whenever one stands. */
export const ProxyDialog = () => {
  const asked = useProxyAsked()
  if (!asked?.isShown || asked.proxy === null) return null
  const { proxy } = asked
  return <SignInForm key={`${proxy.host}:${proxy.port}`} proxy={proxy} asked={asked} />
}

const SignInForm = ({ proxy, asked }: { proxy: AskingProxy; asked: ProxyAsked }) => {
  const { t } = useTranslation()
  const bridge = useBridge()
  const formId = useId()
  // The name is kept when the question is put away; the password never is.
  const [user, typeUser] = useTyped(`proxy ${proxy.host}:${proxy.port}`, '')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [checked, setChecked] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(
    proxy.hasRefused ? { kind: 'rejected', status: 407, code: null, errors: [], retryAfterMs: null } : null,
  )
  const limitOf = useLimit()
  const userLimit = limitOf(user, limits.userName)
  const passwordLimit = limitOf(password, limits.secret)
  const isRefused = failure?.kind === 'rejected'
  const isMissing = checked && user.trim() === ''

  const submit = () => {
    setChecked(true)
    if (busy || user.trim() === '' || userLimit.error !== null || passwordLimit.error !== null) return
    setBusy(true)
    setFailure(null)
    const { host, port } = proxy
    bridge.proxy
      .signIn({ host, port, user: user.trim(), password })
      .then(reply => {
        if (reply.ok) asked.done()
        else setFailure(reply.failure)
      })
      .finally(() => setBusy(false))
      .catch(() => undefined)
  }

  return (
    <Dialog
      title={t('proxy.title')}
      testId="proxy-dialog"
      onClose={asked.hide}
      footer={
        <>
          <Button testId="proxy-cancel" onClick={asked.hide}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={busy} testId="proxy-submit">
            {t('proxy.submit')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <p>{t('proxy.text')}</p>
        <Facts
          facts={[
            [t('proxy.address'), <bdi className="mono" key="address">{`${proxy.host}:${proxy.port}`}</bdi>],
            [t('proxy.realm'), proxy.realm === '' ? null : <bdi key="realm">{proxy.realm}</bdi>],
          ]}
        />
        <TextField
          label={t('proxy.user')}
          testId="proxy-user"
          value={user}
          counter={userLimit.counter}
          error={userLimit.error ?? (isMissing ? t('connect.missing') : null)}
          onChange={event => typeUser(() => event.target.value)}
        />
        <TextField
          label={t('proxy.password')}
          testId="proxy-password"
          type="password"
          value={password}
          counter={passwordLimit.counter}
          error={passwordLimit.error ?? (isRefused ? t('proxy.refused') : null)}
          onChange={event => {
            setPassword(event.target.value)
            setFailure(null)
          }}
        />
        {failure && !isRefused ? <FailureNotice why={failure} about="read" /> : null}
        <p className="muted">{t('proxy.kept')}</p>
      </form>
    </Dialog>
  )
}
