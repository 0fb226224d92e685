import { type AnswerGroup, answerGroups } from '../faults/answers/answers.ts'
import type { FaultKind } from '../faults/fault.ts'
import { type RouteName, routeNames } from '../rules/routes.ts'

/** A fault as the panel offers it, with the one field that it may need beyond the limits. */
export interface OfferedFault {
  readonly kind: FaultKind
  /** The parts of the API's list of odd answers that it stands for. */
  readonly parts: string
  readonly tr: string
  readonly en: string
  /** The calls that it can be limited to; none for a fault that is over at once. */
  readonly routes: readonly RouteName[]
  /** Chosen beforehand; without it every call that can be limited to. */
  readonly route?: RouteName
  readonly field?: { readonly name: 'ms' | 'retryAfter'; readonly value: string }
}

export interface OfferedGroup {
  readonly id: AnswerGroup
  readonly tr: string
  readonly en: string
  readonly faults: readonly OfferedFault[]
}

const anyCall = { routes: routeNames }
const atOnce = { routes: [] }

const kindsOfGroup: Readonly<Partial<Record<AnswerGroup, readonly OfferedFault[]>>> = {
  transport: [
    { kind: 'network-down', parts: 'e9', tr: 'Ağı kes', en: 'Drop the network', ...atOnce },
    { kind: 'captive-portal', parts: 'e1 e2', tr: 'Misafir ağı sayfası', en: 'Captive portal', ...anyCall },
    {
      kind: 'reset-before-effect',
      parts: 'e9',
      tr: 'İşlemden önce sıfırla',
      en: 'Reset before anything happens',
      ...anyCall,
    },
    { kind: 'truncated-head', parts: 'e2', tr: 'Başlık yarıda kesilsin', en: 'Cut the head short', ...anyCall },
    { kind: 'truncated-body', parts: 'e2', tr: 'Gövde yarıda kesilsin', en: 'Cut the body short', ...anyCall },
    { kind: 'reset-mid-body', parts: 'e9', tr: 'Gövde ortasında sıfırla', en: 'Reset in the middle', ...anyCall },
    { kind: 'no-content-type', parts: 'e2', tr: 'content-type yok', en: 'No content type', ...anyCall },
    {
      kind: 'slow-drip',
      parts: 'e9',
      tr: 'Damla damla (64 bayt, ms)',
      en: 'Drip by drip (64 bytes, ms)',
      field: { name: 'ms', value: '200' },
      ...anyCall,
    },
    {
      kind: 'late',
      parts: 'e9 e29',
      tr: 'Geç yanıtla (ms)',
      en: 'Answer late (ms)',
      field: { name: 'ms', value: '5000' },
      ...anyCall,
    },
    {
      kind: 'throttled',
      parts: 'e9',
      tr: '429, şu kadar saniye bekle',
      en: '429, come back in (s)',
      field: { name: 'retryAfter', value: '30' },
      ...anyCall,
    },
    { kind: 'server-error-before-effect', parts: 'e9', tr: '500 sayfası', en: 'A page with 500', ...anyCall },
  ],
  writes: [
    {
      kind: 'answer-lost',
      parts: 'e29',
      tr: 'İşlem olsun, yanıt kaybolsun',
      en: 'It happens, the answer is lost',
      ...anyCall,
    },
    {
      kind: 'server-error-after-effect',
      parts: 'e29',
      tr: 'İşlem olsun, 500 dönsün',
      en: 'It happens, then 500',
      ...anyCall,
    },
  ],
  sessions: [
    { kind: 'session-expired', parts: 'e10', tr: 'Müşteri oturumlarını bitir', en: 'End customer sessions', ...atOnce },
    {
      kind: 'token-revoked',
      parts: 'e32',
      tr: 'Personel anahtarlarını iptal et',
      en: 'Revoke staff tokens',
      ...atOnce,
    },
    { kind: 'login-redirect', parts: 'e1', tr: '302, giriş sayfasına', en: '302 to the login page', ...anyCall },
    { kind: 'csrf-broken', parts: 'e10', tr: '403 CSRF, JSON', en: '403 CSRF as JSON', ...anyCall },
  ],
}

const titles: Readonly<Record<AnswerGroup, readonly [tr: string, en: string]>> = {
  transport: ['Ağ ve aktarım', 'Transport'],
  envelope: ['Zarf ve sayfalar', 'Envelope and pages'],
  rows: ['Satırlar ve veriler', 'Rows and data'],
  errors: ['Hata gövdeleri (c.5)', 'Error bodies (c.5)'],
  writes: ['Yazma işlemleri', 'Writes'],
  sessions: ['Oturumlar ve giriş', 'Sessions and sign-in'],
}

/** Everything that can be broken, in groups in which a person can find their way. */
export const offeredGroups: readonly OfferedGroup[] = Object.entries(answerGroups).map(([name, answers]) => {
  const id = name as AnswerGroup
  const [tr, en] = titles[id]
  const named = answers.map(({ name: kind, parts, tr, en, routes }) => ({
    kind,
    parts,
    tr,
    en,
    routes,
    route: routes[0],
  }))
  return { id, tr, en, faults: [...(kindsOfGroup[id] ?? []), ...named] }
})
