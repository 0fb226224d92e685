import { net, type Session } from 'electron'
import type { Passage, ProxyPlace, TryProxy } from '../akinon/proxy-door.ts'
import { toWireError } from '../akinon/wire.ts'

const timeoutMs = 10_000
/** It is only shown. */
const longestRealm = 200

/** After an answer to the proxy, any other error came from behind it. */
const isOfProxy = (code: string | null): boolean =>
  code === null || /^ERR_(PROXY|INTERNET|NETWORK|TIMED_OUT|MANDATORY_PROXY|NO_SUPPORTED|PAC)/.test(code)

/**
 * Asks for the head of the shop's root, which does nothing there. `session.fetch` tells nobody that a proxy wants a
 * sign-in; a request like this does. What it is answered holds for all later requests of the session. Never throws.
 */
export const tryProxy: TryProxy<Session> = (session, url, answer) =>
  new Promise(resolve => {
    const { origin } = new URL(url)
    const request = net.request({ session, url: `${origin}/`, method: 'HEAD', cache: 'no-store', redirect: 'manual' })
    let asked: ProxyPlace | null = null
    let given: ReturnType<typeof answer> = null
    const end = (passage: Passage) => {
      clearTimeout(timer)
      resolve(passage)
      request.abort()
    }
    const timer = setTimeout(() => end({ kind: 'unknown', code: 'ERR_TIMED_OUT' }), timeoutMs)

    request.on('login', ({ isProxy, host, port, realm }, callback) => {
      const proxy = { host, port, realm: realm.slice(0, longestRealm) }
      const isSecond = asked !== null && asked.host === host && asked.port === port
      if (isProxy && !isSecond) {
        asked = proxy
        given = answer(proxy)
      } else if (isProxy) return end({ kind: 'asked', proxy, given })
      // A sign-in that the shop's own server wants is none of this.
      if (isProxy && given !== null) callback(given.user, given.password)
      else if (isProxy) end({ kind: 'asked', proxy, given: null })
      else end({ kind: 'through' })
    })
    request.on('response', ({ statusCode }) =>
      end(statusCode === 407 ? { kind: 'unknown', code: null } : { kind: 'through' }),
    )
    request.on('redirect', () => end({ kind: 'through' }))
    request.on('error', error => {
      const { code } = toWireError(error)
      end(given !== null && !isOfProxy(code) ? { kind: 'through' } : { kind: 'unknown', code })
    })
    request.end()
  })
