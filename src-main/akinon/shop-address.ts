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
 * The base URL from a typed address: https unless it is this machine, with its path prefix but without the last slash,
 * without query and fragment. Fails with `bad-address` and a code that says why.
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

/** The code when no shop was found at an address. */
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
 * Finds the shop from the address of any of its pages, because people paste the page they look at. Asks each possible
 * base, from the whole path to the root, without password or cookies, and takes the first that answers like a shop.
 */
export const findCommerce = (at: SignInPlace): Promise<Reply<string>> => find(at, commerceQuestions)

/** The same for Omnitron, whose list of orders refuses a request without a token. */
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
      // A shop may redirect every address to its sign-in, so a redirect counts only for the shortest base.
      if (said.kind === 'signed-out') {
        redirecting = baseUrl
        continue
      }
      // A shop that can't be reached, or can't answer now, says nothing about the address.
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

/** Null for an answer of a shop: the requested data, or a refusal in JSON because nobody is signed in. */
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

/** First path segments of a shop's pages. They are never part of its base. */
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

/** The possible bases: the path up to a known page, then with one segment after the other removed. */
export function candidateBases(baseUrl: string): readonly string[] {
  const { origin, pathname } = new URL(baseUrl)
  const segments = pathname.split('/').filter(segment => segment !== '')
  const page = segments.findIndex(segment => pageWords.has(segment.toLowerCase()))
  const prefix = segments.slice(0, page === -1 ? 4 : Math.min(page, 4))
  return [...prefix.map((_, index) => `${origin}/${prefix.slice(0, prefix.length - index).join('/')}`), origin]
}
