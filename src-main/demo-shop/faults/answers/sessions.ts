import { randomBytes } from 'node:crypto'
import { htmlPage } from '../../http/env.ts'
import { csrfCookie, refuseCsrf, renewSession, sessionCookie } from '../../http/session.ts'
import { say } from '../../rules/messages.ts'
import { empty, json, type NamedAnswer, onText, withBody } from './answer.ts'

const reads = ['orders', 'order', 'cancellation-view', 'reasons', 'requests', 'old-orders', 'addresses'] as const
const writes = ['create-request', 'create-requests', 'trade-in'] as const
const html = { 'content-type': 'text/html; charset=utf-8' }

/** Sessions that end or move, cookies, and everything a sign-in can be answered with. */
export const sessionAnswers = [
  {
    name: 'login-page',
    parts: 'e1',
    tr: '200 ile giriş sayfası',
    en: '200 with the login page',
    routes: [...reads, ...writes],
    instead: () =>
      new Response(htmlPage('Giriş yap', '<form method="post" action="/users/login/"><input type="password"></form>'), {
        headers: html,
      }),
  },
  {
    name: 'redirect-elsewhere',
    parts: 'e11',
    tr: '302, başka bir sunucuya',
    en: '302 to another origin',
    routes: [...reads, ...writes, 'staff-orders'],
    instead: ({ url }) => new Response(null, { status: 302, headers: { location: elsewhere(url) } }),
  },
  {
    name: 'session-over',
    parts: 'e10',
    tr: '401, yalnızca bu çağrıda',
    en: '401 on this call only',
    routes: [...writes, ...reads, 'current-user'],
    instead: call => json({ detail: say('signIn', call.language), code: 'not_authenticated' }, 401),
  },
  {
    name: 'session-over-silent',
    parts: 'c5 e10',
    tr: '401, gövde boş',
    en: '401 with an empty body',
    routes: [...writes, ...reads, 'current-user', 'staff-orders'],
    instead: () => empty(401),
  },
  {
    name: 'nobody-forbidden',
    parts: 'e10 f',
    tr: 'Oturum yoksa 401 yerine kodsuz 403',
    en: 'Without a session a 403 without a code, not a 401',
    routes: [...reads, ...writes, 'current-user'],
    after: response =>
      response.status === 401 ? json({ detail: 'Authentication credentials were not provided.' }, 403) : response,
  },
  {
    name: 'csrf-page',
    parts: 'e10',
    tr: '403 CSRF, HTML sayfası',
    en: '403 CSRF as an HTML page',
    routes: ['create-request', 'create-requests', 'login'],
    instead: () => refuseCsrf(new Headers({ accept: 'text/html' })),
  },
  {
    name: 'csrf-page-missing',
    parts: 'e10',
    tr: 'CSRF sayfası yok (404)',
    en: 'No CSRF page (404)',
    routes: ['csrf-token'],
    instead: () => new Response(htmlPage('404', '<p>Sayfa bulunamadı.</p>'), { status: 404, headers: html }),
  },
  {
    name: 'session-rotated',
    parts: 'e10',
    tr: 'Yanıt oturum çerezini değiştirir',
    en: 'The answer changes the session cookie',
    routes: [...reads, ...writes],
    after: (response, call) => {
      const id = renewSession(call.headers, call.shop)
      return id === undefined
        ? response
        : withCookies(response, `${sessionCookie}=${id}; HttpOnly; Path=/; SameSite=Lax`)
    },
  },
  {
    name: 'csrf-rotated',
    parts: 'e10',
    tr: 'Yanıt csrftoken’ı değiştirir',
    en: 'The answer changes the csrftoken',
    routes: [...reads, ...writes],
    after: response => withCookies(response, `${csrfCookie}=${newToken()}; Path=/; SameSite=Lax`),
  },
  {
    name: 'odd-cookies',
    parts: 'e10',
    tr: 'Çerez nitelikleri alışılmadık sırada',
    en: 'Cookie attributes in an odd order',
    routes: [...reads, ...writes],
    after: response =>
      withCookies(response, `${csrfCookie}=${newToken()};samesite=lax;MAX-AGE=31449600;  path=/;expires=${nextYear()}`),
  },
  {
    name: 'folded-cookies',
    parts: 'e10',
    tr: 'İki çerez tek satırda, virgülle',
    en: 'Two cookies in one line, by a comma',
    routes: [...reads, ...writes],
    after: response =>
      withCookies(response, `${csrfCookie}=${newToken()}; expires=${nextYear()}; Path=/, visitor=7; Path=/; HttpOnly`),
  },
  {
    name: 'nobody',
    parts: 'e10',
    tr: 'Kullanıcı sayfası kimseyi tanımaz ({})',
    en: 'The user’s page knows nobody ({})',
    routes: ['current-user'],
    instead: () => json({}),
  },
  {
    name: 'login-captcha',
    parts: 'b',
    tr: 'Giriş: captcha ister',
    en: 'Sign-in: wants a captcha',
    routes: ['login'],
    instead: () => json({ redirect_url: '/users/pz-captcha/?next=/users/login/' }),
  },
  {
    name: 'login-code',
    parts: 'b e4',
    tr: 'Giriş: 202, kod ister',
    en: 'Sign-in: 202, wants a code',
    routes: ['login'],
    instead: call => json({ detail: say('otp', call.language) }, 202),
  },
  {
    name: 'login-silent',
    parts: 'c5',
    tr: 'Giriş: 200, gövde boş, oturum yok',
    en: 'Sign-in: 200, empty, no session',
    routes: ['login'],
    instead: () => empty(200),
  },
  {
    name: 'login-code-expired',
    parts: 'b',
    tr: 'Giriş: 406, kod hatalı',
    en: 'Sign-in: 406, wrong code',
    routes: ['login'],
    instead: call => json({ non_field_errors: [say('code', call.language)] }, 406),
  },
  {
    name: 'staff-key-revoked',
    parts: 'e32',
    tr: 'Personel: 401, anahtar geçersiz',
    en: 'Staff: 401, the key is revoked',
    routes: ['staff-orders'],
    instead: call => json({ detail: say('token', call.language), code: 'authentication_failed' }, 401),
  },
  {
    name: 'staff-login-refused',
    parts: 'e32',
    tr: 'Personel girişi: 400',
    en: 'Staff sign-in: 400',
    routes: ['staff-login'],
    instead: call => json({ non_field_errors: [say('login', call.language)] }, 400),
  },
  {
    name: 'staff-totp',
    parts: 'e32',
    tr: 'Personel girişi: 200, key yok, kod ister',
    en: 'Staff sign-in: 200 without a key, wants a code',
    routes: ['staff-login'],
    instead: () => json({ temp_token: newToken() }),
  },
  {
    name: 'staff-login-page',
    parts: 'e32',
    tr: 'Personel girişi: JSON denir, HTML gelir',
    en: 'Staff sign-in: says JSON, is HTML',
    routes: ['staff-login'],
    after: onText(() => htmlPage('Omnitron', '<p>Bakım</p>')),
  },
  {
    name: 'i1-absent',
    parts: 'e32',
    tr: '/api/i1 yok (404), yalnızca /api/v1',
    en: 'No /api/i1 (404), only /api/v1',
    routes: ['staff-orders', 'staff-login'],
    instead: ({ url }) =>
      url.pathname.startsWith('/api/i1/')
        ? new Response(htmlPage('404', '<p>Not Found</p>'), { status: 404, headers: html })
        : undefined,
  },
] as const satisfies readonly NamedAnswer[]

const newToken = () => randomBytes(16).toString('hex')
const nextYear = () => new Date(Date.now() + 31_449_600_000).toUTCString()

/** The same port under loopback's other name is another origin: the log then shows who followed, and with which cookies. */
function elsewhere(url: URL): string {
  return `http://${url.hostname === 'localhost' ? '127.0.0.1' : 'localhost'}:${url.port}/elsewhere/`
}

function withCookies(response: Response, cookie: string): Response {
  const answer = withBody(response, response.body)
  answer.headers.append('set-cookie', cookie)
  return answer
}
