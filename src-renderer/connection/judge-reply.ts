import type { FailureKind, Reply } from '../../src-main/contract/failures.ts'

/** What a reply says about the shop and about the session; null says nothing. */
export interface Verdict {
  readonly shop: 'answering' | 'not-answering' | null
  readonly session: 'signed-in' | 'signed-out' | null
}

/** Did the shop itself speak? A proxy's page, a login page or a gateway's error is not its word. */
const SHOP_BY_KIND: Readonly<Record<FailureKind, Verdict['shop']>> = {
  rejected: 'answering',
  'not-found': 'answering',
  throttled: 'answering',
  conflict: 'answering',
  csrf: 'answering',
  captcha: 'answering',
  otp: 'answering',
  // Decided by the status, see below.
  'signed-out': null,
  offline: 'not-answering',
  'unreachable-after-send': 'not-answering',
  'server-error': 'not-answering',
  'not-json': 'not-answering',
  certificate: 'not-answering',
  moved: 'not-answering',
  // Ours, not the shop's.
  incompatible: null,
  'bad-address': null,
  'bad-input': null,
  storage: null,
  'too-large': null,
  'no-answer': null,
  locked: null,
  refused: null,
  bug: null,
}

export function judgeReply(reply: Reply<unknown>): Verdict {
  if (reply.ok) return { shop: 'answering', session: 'signed-in' }
  const { kind, status } = reply.failure
  // A redirect to a login page also ends the session, but a captive portal redirects just so: it opens no gate.
  const isRefusal = status === 401 || status === 403
  if (kind === 'signed-out') return { shop: isRefusal ? 'answering' : null, session: 'signed-out' }
  return { shop: SHOP_BY_KIND[kind], session: null }
}
