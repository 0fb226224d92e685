import type { BrowserWindow } from 'electron'
import { proxyDoor, watchProxy } from '../accounts/sessions.ts'
import { logEvent } from '../base/log.ts'
import { failed, failure, ok } from '../contract/failures.ts'
import { emit } from '../desktop/emit.ts'
import { handle } from './handle.ts'

/** The calls about a proxy that wants a sign-in. */
export function setupProxyCalls(window: () => BrowserWindow | null): void {
  watchProxy(proxy => {
    logEvent('info', 'proxy-asked', proxy.hasRefused ? 'refused' : '')
    emit(window(), 'proxies.asked', proxy)
  })
  handle('proxy.asking', () => ok(proxyDoor.asking))
  handle('proxy.signIn', async input => {
    const passage = await proxyDoor.signIn(input)
    logEvent('info', 'proxy-sign-in', passage.kind)
    switch (passage.kind) {
      case 'through':
        // The way is open for every account: all of them look at once.
        emit(window(), 'power.resumed', {})
        return ok(undefined)
      case 'asked':
        return failed(failure('rejected', { status: 407 }))
      case 'unknown':
        return failed(failure('offline', { code: passage.code }))
    }
  })
}
