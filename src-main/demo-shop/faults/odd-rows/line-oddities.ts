import { hugeNumberMark, strangeField } from './odd-order.ts'
import { missing, type Oddity } from './oddity.ts'

const product = { pk: 1, name: 'Çiğdem Desenli Gömlek', sku: 'GML-1', base_code: 'GML', absolute_url: '/gomlek/' }
const pictured = (image: string | null, more = {}) => ({ product: { ...product, image, ...more } })

const openRequest = {
  id: 7_001,
  cancellation_type: 'refund',
  status: { value: 'open', label: 'Açık' },
  easy_return: null,
  created_date: '2026-01-05T09:00:00.000001Z',
  uuid: '1a2b3456-7cd4-49bb-9bf4-000000000000',
  reason: 11,
}
const rejected = { ...openRequest, id: 7_002, status: { value: 'rejected', label: 'Reddedildi' } }
const withCode = {
  ...openRequest,
  id: 7_003,
  easy_return: { code: '14223', status: { value: 'active', label: 'Aktif' } },
}
const free = {
  is_cancellable: true,
  is_refundable: false,
  cancellationrequest_set: [],
  active_cancellation_request: null,
}

/** Orders whose lines are odd. */
export const lineOddities: readonly Oddity[] = [
  { name: 'e13-product-null', changes: {}, lines: [{ product: null }] },
  { name: 'e13-product-empty', changes: {}, lines: [{ product: {} }] },
  {
    name: 'e13-images',
    changes: {},
    lines: [
      pictured(null, { name: 'Resmi yok' }),
      pictured('file:///c:/x.png', { name: 'Resmi dosya' }),
      pictured('javascript:alert(1)', { name: 'Resmi betik' }),
      pictured('\\\\sunucu\\x.png', { name: 'Resmi ağ klasörü' }),
      pictured('https://izleyici.example/pixel.gif', { name: 'Resmi izleyici' }),
    ],
  },
  { name: 'e13-url-hash', changes: {}, lines: [pictured(null, { absolute_url: '#' })] },
  {
    name: 'e13-line-links',
    changes: {},
    lines: [{ tracking_url: 'javascript:alert(1)', tracking_number: '1', e_archive_url: 'file:///etc/passwd' }],
  },
  {
    name: 'e14-currencies-mixed',
    changes: {},
    lines: [
      { price: '10.00', price_currency: { value: 'usd', label: '$' } },
      { price: '1234.5', price_currency: { value: 'KWD', label: null } },
      { price: '', price_currency: null },
      { price: 'NaN', price_currency: 'eur' },
    ],
  },
  { name: 'e16-line-ids', changes: {}, lines: [{ id: hugeNumberMark }, { id: '0' }, { id: -1 }, { id: missing }] },
  {
    name: 'e18-same-uuid',
    changes: {},
    lines: [{ ...free, is_cancellable: false, cancellationrequest_set: [rejected, openRequest] }],
  },
  {
    name: 'e19-set-mixed',
    changes: {},
    lines: [
      {
        ...free,
        cancellationrequest_set: [
          rejected,
          openRequest,
          { ...rejected, id: 7_004, created_date: '' },
          null,
          { ...rejected, id: 7_005, status: 'whatever' },
          { ...rejected, id: 7_006, status: {} },
        ],
      },
    ],
  },
  {
    name: 'e19-active',
    changes: {},
    lines: [
      { ...free, active_cancellation_request: withCode, product: { ...product, name: 'active: nesne' } },
      { ...free, active_cancellation_request: [withCode], product: { ...product, name: 'active: liste' } },
      {
        ...free,
        active_cancellation_request: [{ easy_return: { code: '77' } }],
        product: { ...product, name: 'active: demet' },
      },
      { ...free, active_cancellation_request: {}, product: { ...product, name: 'active: {}' } },
    ],
  },
  { name: 'e19-cancellable-while-open', changes: {}, lines: [{ ...free, cancellationrequest_set: [openRequest] }] },
  { name: 'e19-both-true', changes: {}, lines: [{ ...free, is_refundable: true }] },
  { name: 'e19-both-false', changes: {}, lines: [{ ...free, is_cancellable: false }] },
  {
    name: 'e19-flags-missing',
    changes: { is_cancellable: missing, is_refundable: missing },
    lines: [{ ...free, is_cancellable: missing, is_refundable: missing }],
  },
  { name: 'e19-lines-null', changes: { orderitem_set: null } },
  {
    name: 'e23-line-attributes',
    changes: {},
    lines: [{ attributes: strangeField, attributes_kwargs: ['a', { b: null }] }],
  },
]
