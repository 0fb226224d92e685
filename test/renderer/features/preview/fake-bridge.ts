import type { Bridge } from '../../../../src-main/contract/bridge.ts'
import type { AppInfo } from '../../../../src-main/contract/calls.ts'
import { failed, failure, ok } from '../../../../src-main/contract/failures.ts'
import type { VaultStatus } from '../../../../src-main/contract/vault.ts'

/** Enough of main to start the screens; every call that is not named here fails like a shop that is away. */
export const fakeBridge = (info: Pick<AppInfo, 'language' | 'theme'>, vault: VaultStatus): Bridge => {
  const answers: Record<string, unknown> = {
    'app.info': ok({
      version: '0.1.0',
      electron: '45.4.1',
      platform: 'linux',
      region: 'tr-TR',
      dataFolder: '…/Counterside',
      accountsSetAside: null,
      demoPanelUrl: 'http://127.0.0.1:4000/panel',
      notices: 'on',
      ...info,
    }),
    'vault.status': ok(vault),
    'vault.key': ok('AA=='),
    'accounts.connectCustomer': failed(failure('captcha')),
  }
  const group = (name: string) =>
    new Proxy({}, { get: (_, call) => async () => answers[`${name}.${String(call)}`] ?? failed(failure('offline')) })
  const bridge = new Proxy({}, { get: (_, name) => (name === 'on' ? () => () => undefined : group(String(name))) })
  return bridge as Bridge
}
