import type { Json } from '../../json/address-json.ts'
import { isFields } from '../../rules/fields.ts'

/** Stands for a number that JavaScript cannot hold; put in as text when the answer is written. */
export const hugeNumberMark = '@@9007199254740993@@'

const deep = Array.from({ length: 40 }).reduce<unknown>(inner => ({ inner }), 'bottom')

// Built as own keys: written as literals, the first would set a prototype instead.
export const strangeField: Json = Object.fromEntries([
  ['__proto__', { polluted: true }],
  ['constructor', 'toString'],
  ['html', '<img src=x onerror=alert(1)> %50 + %50'],
  ['deep', deep],
  ['list', [1, null, [2, [3]]]],
])

const strangeRequests: Json[] = ['open', 'rejected', 'whatever'].map((value, index) => ({
  id: index,
  cancellation_type: { value: 'refund', label: 'refund' },
  status: { value, label: value },
  easy_return: index === 0 ? { code: null, status: {} } : null,
  created_date: index === 0 ? '' : '0001-01-01T00:00:00Z',
  modified_date: null,
  uuid: '1a2b3456-7cd4-49bb-9bf4-000000000000',
  description: null,
  iban: 'IBAN degil',
  holder_name: null,
  reason: index === 0 ? '' : -1,
  order_item: hugeNumberMark,
}))

/** Each row overlays one item: a deleted product, hostile links, money that is none, flags that contradict. */
const itemOddities: readonly Json[] = [
  { product: null, price: '', retail_price: null, status: {}, is_cancellable: true, active_cancellation_request: null },
  { product: {}, price: 'NaN', status: null, price_currency: null, tracking_url: 'javascript:alert(1)' },
  { price: '1.234,56', status: { value: 999, label: '<b>‮bilinmiyor</b>' }, tracking_url: 'file:///etc/passwd' },
  { price: 12.340000000000002, status: '450', price_currency: { value: 'USD', label: '$' }, quantity: null },
  { price: '123456789012345678901234567890.00', status: { value: '550', label: null }, id: '0', quantity: '0' },
  {
    price: '-5.00',
    status: 50,
    id: -1,
    is_cancellable: true,
    is_refundable: true,
    cancellationrequest_set: strangeRequests,
  },
  {
    price: '1e3',
    id: hugeNumberMark,
    active_cancellation_request: [strangeRequests[0]],
    available_easy_return_shipping_companies: null,
  },
]

/** An order that breaks every habit at once but keeps its id, so that it can be opened as well. */
export function oddOrder(order: Json): Json {
  const items = order['orderitem_set'] ?? order['oldorderitem_set']
  const template = Array.isArray(items) && isFields(items[0]) ? items[0] : {}
  const product = {
    name: 'Çok <i>tuhaf</i> ürün',
    sku: '=HYPERLINK("x")',
    image: 'file:///c:/x.png',
    absolute_url: '#',
  }
  const odd = itemOddities.map((oddity, index) => ({ ...template, id: 7_000_000 + index, product, ...oddity }))
  const address = isFields(order['shipping_address']) ? order['shipping_address'] : {}
  const changes: Json = {
    number: '=1+1/@ 007',
    status: { value: '999', label: '<script>alert(1)</script>' },
    currency: null,
    amount: '',
    amount_without_discount: 109.99000000000001,
    discount_amount: '0.000',
    shipping_amount: null,
    refund_amount: 'yok',
    created_date: '2024-11-14 10:39',
    date_placed: '9999-12-31T23:59:59.123456789+03:00',
    modified_date: '',
    shipping_address: {
      ...address,
      city: null,
      township: null,
      district: null,
      phone_number: '00000000000',
      line: `🏠\u0007${'ş'.repeat(512)}`,
    },
    billing_address: null,
    shipping_company: { name: 'kargo' },
    tracking_url: '\\\\sunucu\\paylasim',
    payment_option: null,
    bank: {},
    user: { pk: 1 },
    extra_field: strangeField,
    is_cancellable: true,
    is_refundable: true,
    orderitem_set: [...odd, null, 'metin'],
    oldorderitem_set: [...odd, null],
  }
  const known = Object.entries(changes).filter(([key]) => key in order)
  return { ...order, ...Object.fromEntries(known) }
}

/** The odd order once more, under an id that no number of JavaScript holds. */
export function oddTwin(order: Json): Json {
  return { ...oddOrder(order), id: hugeNumberMark }
}
