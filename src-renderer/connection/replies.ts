import { type FailureKind, failed, failure, type Reply } from '../../src-main/contract/failures.ts'

/** What a failure means beyond its own call. */
interface FailureEffect {
  /** Whether the shop itself answered. A proxy's page, a login page or a gateway's error does not count. */
  readonly shop: 'answering' | 'not-answering' | null
  /**
   * The gate that it closes for the whole account. Null when it may concern this call only: one page, one order, one
   * request.
   */
  readonly closes: 'offline' | 'auth' | 'throttled' | 'storage' | null
}

const refusal: FailureEffect = { shop: 'answering', closes: null }
const noUsableAnswer: FailureEffect = { shop: 'not-answering', closes: null }
const noLine: FailureEffect = { shop: 'not-answering', closes: 'offline' }
const ownFault: FailureEffect = { shop: null, closes: null }
const wantsSignIn: FailureEffect = { shop: 'answering', closes: 'auth' }

const effects: Readonly<Record<FailureKind, FailureEffect>> = {
  rejected: refusal,
  'not-found': refusal,
  conflict: refusal,
  throttled: { shop: 'answering', closes: 'throttled' },
  csrf: wantsSignIn,
  captcha: wantsSignIn,
  otp: wantsSignIn,
  // Whether the shop answered depends on the status: see `judgeReply`.
  'signed-out': { shop: null, closes: 'auth' },
  offline: noLine,
  'unreachable-after-send': noLine,
  certificate: noLine,
  'server-error': noUsableAnswer,
  'not-json': noUsableAnswer,
  moved: noUsableAnswer,
  // The rest comes from this app, not from the shop.
  'bad-address': { shop: null, closes: 'offline' },
  locked: { shop: null, closes: 'offline' },
  storage: { shop: null, closes: 'storage' },
  incompatible: ownFault,
  'bad-input': ownFault,
  'too-large': ownFault,
  'no-answer': ownFault,
  refused: ownFault,
  bug: ownFault,
}

/** The gate that a failure closes for its whole account; null when it may concern its own call only. */
export const gateFor = (kind: FailureKind): FailureEffect['closes'] => effects[kind].closes

/**
 * Whether only one page of a list may be bad, so that the next one is worth a try. A refusal holds for all. A page can
 * be too heavy for the shop, and so end without an answer.
 */
export const mayBeOfOnePage = (kind: FailureKind): boolean =>
  kind === 'unreachable-after-send' || (effects[kind].closes === null && effects[kind].shop !== 'answering')

/** What a reply says about the shop and the session; null where it says nothing. */
interface Verdict extends FailureEffect {
  readonly session: 'signed-in' | 'signed-out' | null
}

export function judgeReply(reply: Reply<unknown>): Verdict {
  if (reply.ok) return { shop: 'answering', session: 'signed-in', closes: null }
  const { kind, status } = reply.failure
  const effect = effects[kind]
  if (kind !== 'signed-out') return { ...effect, session: null }
  // A redirect to a login page also means signed out. But a captive portal redirects the same way, so only a 401 or 403
  // proves that the shop answers.
  const isRefusal = status === 401 || status === 403
  return { ...effect, shop: isRefusal ? 'answering' : null, session: 'signed-out' }
}

/** Turns an exception of a bridge call into a failure, for instance while main restarts or when a reply is refused. */
export async function safely<T>(call: () => Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await call()
  } catch (error) {
    return failed(failure('bug', { code: error instanceof Error ? error.name.slice(0, 200) : null }))
  }
}
