import { htmlPage } from '../../http/env.ts'
import { isFields } from '../../rules/fields.ts'
import { say } from '../../rules/messages.ts'
import type { RouteName } from '../../rules/routes.ts'
import { type Call, empty, json, type NamedAnswer } from './answer.ts'

const routes = [
  'create-request',
  'create-requests',
  'trade-in',
  'login',
  'staff-login',
  'staff-verify',
  'orders',
  'order',
  'cancellation-view',
  'reasons',
  'requests',
  'old-orders',
  'addresses',
  'staff-orders',
] as const satisfies readonly RouteName[]

type Words = Parameters<typeof say>[0]

/** Every shape of an error body, each with the status it was seen with. */
export const errorAnswers = [
  error(
    'pickup-address-needed',
    'c5 e26',
    '406 alım adresi gerek, 100_8',
    '406 pickup address needed, 100_8',
    406,
    t => ({
      non_field_errors: t('pickup'),
      error_code: 'cancellation_request_100_8',
    }),
  ),
  error('already-requested', 'c4 e29', '406 zaten talep var, 100_1', '406 already requested, 100_1', 406, t => ({
    non_field_errors: t('open'),
    error_code: 'cancellation_request_100_1',
  })),
  error(
    'no-longer-cancellable',
    'e31',
    '406 artık iptal edilemez, 100_3',
    '406 no longer cancellable, 100_3',
    406,
    t => ({
      non_field_errors: t('notCancellable'),
      error_code: 'cancellation_request_100_3',
    }),
  ),
  error('reason-deactivated', 'e31', '400 neden artık geçersiz', '400 the reason is not active any more', 400, t => ({
    reason: [t('reason')],
    code: 'invalid',
  })),
  error(
    'quantity-reduced',
    'c5 e31',
    '400 adet fazla (alan: metin)',
    '400 quantity too large (field: text)',
    400,
    t => ({
      quantity: t('quantity'),
    }),
  ),
  error('unknown-code', 'c5 e26', '406 bilinmeyen error_code', '406 an unknown error_code', 406, t => ({
    non_field_errors: t('refused'),
    error_code: 'cancellation_request_100_42',
  })),
  error('code-alone', 'e26', '406 yalnızca error_code, söz yok', '406 error_code without a word', 406, () => ({
    error_code: 'cancellation_request_100_7',
  })),
  error(
    'non-field-list',
    'c5 e26',
    '400 non_field_errors listesi ve code',
    '400 list of non_field_errors and code',
    400,
    t => ({
      non_field_errors: [t('refused'), t('callUs')],
      code: 'invalid',
    }),
  ),
  error('field-list', 'c5', '400 alan: liste, code', '400 field: list, code', 400, t => ({
    description: [t('explain')],
    code: 'invalid',
  })),
  error('every-field', 'c5 e26', '400 her alanda bir hata', '400 an error in every field', 400, everyField),
  error('nested-field', 'c5 e26', '400 iç içe alanlar', '400 nested fields', 400, t => ({
    pickup_date: { date: [t('pickupDate')], hour_range: { start: [t('hours')] } },
  })),
  error('unknown-field', 'e26', '400 formda olmayan alan', '400 a field that no form shows', 400, t => ({
    warehouse_code: [t('warehouse')],
  })),
  error('detail-and-code', 'c5', '400 detail ve code', '400 detail and code', 400, t => ({
    detail: t('refused'),
    code: 'parse_error',
  })),
  error('error-key', 'c5', '406 {error: metin}', '406 {error: text}', 406, t => ({ error: t('refused') })),
  error('error-strings', 'c5', '400 metin dizisi', '400 an array of strings', 400, t => [t('refused'), t('callUs')]),
  error('errors-per-item', 'c5', '400 kalem kalem, iç içe', '400 nested, item by item', 400, perItem),
  error('other-language', 'e26', '400, öteki dilde', '400 in the other language', 400, (_, call) => ({
    non_field_errors: [say('refused', call.language === 'tr' ? 'en' : 'tr')],
    code: 'invalid',
  })),
  error('error-in-200', 'e4', '200 ile hata gövdesi', '200 with an error body', 200, t => ({
    detail: t('refused'),
    code: 'error',
  })),
  error('forbidden', 'c5', '403 yetkiniz yok', '403 not permitted', 403, t => ({
    detail: t('forbidden'),
    code: 'permission_denied',
  })),
  error('not-found', 'c5', '404 detail ve code', '404 detail and code', 404, t => ({
    detail: t('missing'),
    code: 'not_found',
  })),
  error('server-error-json', 'c5', '500, JSON olarak', '500 as JSON', 500, t => ({
    detail: t('refused'),
    code: 'error',
  })),
  bare('error-page', '400, HTML sayfası', '400, an HTML page', () => page(400)),
  bare('not-found-page', '404, HTML sayfası', '404, an HTML page', () => page(404)),
  bare('error-empty', '400, gövde boş', '400 with an empty body', () => empty(400)),
] as const satisfies readonly NamedAnswer[]

function error<const Name extends string>(
  name: Name,
  parts: string,
  tr: string,
  en: string,
  status: number,
  body: (t: (words: Words) => string, call: Call) => unknown,
) {
  const instead = (call: Call) =>
    json(
      body(words => say(words, call.language), call),
      status,
    )
  return { name, parts, tr, en, routes, instead } as const
}

function bare<const Name extends string>(name: Name, tr: string, en: string, instead: () => Response) {
  return { name, parts: 'c5', tr, en, routes, instead } as const
}

const page = (status: number): Response =>
  new Response(htmlPage(String(status), '<p>Hata.</p>'), { status, headers: { 'content-type': 'text/html' } })

/** Two words for one field, one for the others, one for a field that belongs to no form. */
function everyField(t: (words: Words) => string, call: Call): unknown {
  if (call.url.pathname.includes('login')) return { email: [t('login')], username: [t('login')], password: [t('text')] }
  if (call.url.pathname.includes('verify')) return { token: [t('code')] }
  return {
    cancellation_type: [t('type')],
    order_item: [t('item')],
    reason: [t('reason')],
    quantity: t('quantity'),
    description: [t('explain'), t('text')],
    shipping_company: [t('carrier')],
    pickup_address: [t('address')],
    pickup_date: [t('pickupDate')],
    iban: [t('text')],
    holder_name: [t('required')],
    fully_refund_as_loyalty_money: [t('loyalty')],
    code: 'invalid',
  }
}

/** The last of the items that were sent is wrong, the others are not. */
function perItem(t: (words: Words) => string, { bodyText }: Call): unknown {
  const sent = itemsIn(bodyText)
  const wrong = { quantity: t('quantity') }
  if (sent === undefined) return { cancel_order_items: [wrong] }
  return sent.map((_, index) => (index === sent.length - 1 ? wrong : {}))
}

function itemsIn(text: string | undefined): readonly unknown[] | undefined {
  try {
    const body: unknown = JSON.parse(text ?? '')
    const items = isFields(body) ? body['cancel_order_items'] : undefined
    return Array.isArray(items) ? items : undefined
  } catch {
    return undefined
  }
}
