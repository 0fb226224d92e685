import { type Failure, failed, failure, ok, type Reply } from '../contract/failures.ts'
import { isLoginPage, parseAnswer } from './answers.ts'
import { classifyAnswer } from './classify.ts'
import { createReadClient } from './read-client.ts'
import { readUser } from './read-customer.ts'
import { readPage } from './read-lists.ts'
import { asRecord } from './values.ts'
import type { SignInPlace } from './whose-session.ts'
import type { Answer } from './wire.ts'

/**
 * The base URL out of what a person typed: https unless it is this machine, a path prefix kept without its last slash,
 * query and fragment dropped. `bad-address`, with a code that says why, for anything else.
 */
export function resolveBaseUrl(typed: string): Reply<string> {
  const text = typed.trim()
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${schemeFor(text)}://${text}`)
  if (!url || !/[\w\]]/.test(url.hostname)) return bad('not-an-address')
  if (url.username || url.password) return bad('credentials-in-address')
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
  if (!isSafe) return bad(url.protocol === 'http:' ? 'http-not-allowed' : 'scheme-not-allowed')
  return ok(url.origin + url.pathname.replace(/\/+$/, ''))
}

function bad(code: string): Reply<never> {
  return failed(failure('bad-address', { code }))
}

function schemeFor(text: string): 'http' | 'https' {
  const url = parse(`http://${text}`)
  return url && isLoopback(url.hostname) ? 'http' : 'https'
}

function isLoopback(hostname: string): boolean {
  // The URL parser has turned every spelling of an IPv4 address into four decimal numbers by now.
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}

function parse(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** The code of an address behind which no shop was found. */
const noShopCode = 'no-shop-here'

interface Question {
  readonly segments: readonly string[]
  /** Whether an answer with this JSON is an answer of a shop. */
  readonly isShops: (value: unknown) => boolean
}

const isList = (value: unknown): boolean =>
  readPage(value, { page: 1, limit: 1, startedAt: 0 }, row => row ?? null) !== null

const commerceQuestions: readonly Question[] = [
  { segments: ['current_user'], isShops: value => readUser(value) !== null },
  { segments: ['csrf_token'], isShops: value => asRecord(value)?.['csrf_token'] !== undefined },
  { segments: ['users', 'orders'], isShops: isList },
]
const omnitronQuestions: readonly Question[] = ['i1', 'v1'].map(prefix => ({
  segments: ['api', prefix, 'orders'],
  isShops: isList,
}))

/**
 * Finds the shop behind any of its pages: people paste the address of the page they look at. The bases from the whole
 * path to the root are asked, without a password or a cookie, and the first that answers as a shop does is the one.
 */
export const findCommerce = (at: SignInPlace): Promise<Reply<string>> => find(at, commerceQuestions)

/** The same for Omnitron, whose list of orders refuses who brings no token. */
export const findOmnitron = (at: SignInPlace): Promise<Reply<string>> => find(at, omnitronQuestions)

async function find(at: SignInPlace, questions: readonly Question[]): Promise<Reply<string>> {
  let why: Failure | null = null
  let redirecting: string | null = null
  for (const baseUrl of candidateBases(at.baseUrl)) {
    const client = createReadClient({ ...at, baseUrl, credentials: 'omit' })
    for (const question of questions) {
      const reply = await client.exchange(question.segments)
      const said = reply.ok ? whyNoShop(reply.value, question) : reply.failure
      if (said === null) return ok(baseUrl)
      // A redirect to a sign-in may be the shop's way, but also its way with every address: only the shortest counts.
      if (said.kind === 'signed-out') {
        redirecting = baseUrl
        continue
      }
      // Who can't be reached, or can't answer now, says nothing about the address.
      if (!isAboutAddress(said)) {
        if (said.kind !== 'server-error') return failed(said)
        why = said
      } else if (why?.kind !== 'server-error')
        why = said.kind === 'not-found' || said.code === null ? { ...said, code: noShopCode } : said
    }
  }
  if (redirecting !== null) return ok(redirecting)
  return failed(why ?? failure('bad-address', { code: noShopCode }))
}

/** Null for an answer of a shop: what was asked for, or a refusal in JSON of who is not signed in. */
function whyNoShop(answer: Answer, { isShops }: Question): Failure | null {
  const parsed = parseAnswer(answer)
  const why = classifyAnswer(answer)
  if (why === null) return parsed.ok && isShops(parsed.value) ? null : failure('not-found', { status: answer.status })
  const isRefusal = why.kind === 'signed-out' || (why.kind === 'rejected' && why.status === 403)
  if (isRefusal && (parsed.ok || isLoginPage(answer))) return null
  return why.kind === 'rejected' || isRefusal ? { ...why, kind: 'not-found' } : why
}

const aboutAddress: ReadonlySet<string> = new Set(['not-found', 'not-json', 'moved', 'incompatible', 'captcha'])
const isAboutAddress = ({ kind }: Failure): boolean => aboutAddress.has(kind)

/** First segments of pages that stand below a shop's base and are never a part of it. */
const pageWords: ReadonlySet<string> = new Set(
  ['users', 'account', 'accounts', 'login', 'admin', 'api', 'orders', 'basket', 'current_user', 'csrf_token'].concat([
    'address',
    'auth',
    'list',
    'products',
    'pages',
    'giris',
    'hesabim',
    'sepet',
    'dashboard',
    'panel',
  ]),
)

/** The base with its path as far as a known page, then with one segment after the other taken off; a prefix is short. */
export function candidateBases(baseUrl: string): readonly string[] {
  const { origin, pathname } = new URL(baseUrl)
  const segments = pathname.split('/').filter(segment => segment !== '')
  const page = segments.findIndex(segment => pageWords.has(segment.toLowerCase()))
  const prefix = segments.slice(0, page === -1 ? 4 : Math.min(page, 4))
  return [...prefix.map((_, index) => `${origin}/${prefix.slice(0, prefix.length - index).join('/')}`), origin]
}
