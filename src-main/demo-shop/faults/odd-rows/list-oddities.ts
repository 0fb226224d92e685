import { hugeNumberMark } from './odd-order.ts'
import { missing, type Oddity } from './oddity.ts'

const odd = (name: string, changes: Oddity['changes']): Oddity => ({ name, changes })

const sameUuid = '1a2b3456-7cd4-49bb-9bf4-000000000000'

/** Cancellation requests. Their description tells which is which. */
export const requestOddities: readonly Oddity[] = [
  odd('e18-same-uuid-1', { uuid: sameUuid }),
  odd('e18-same-uuid-2', { uuid: sameUuid }),
  odd('e12-status-empty', { status: {} }),
  odd('e12-status-null', { status: null }),
  odd('e12-status-text', { status: 'Beklemede' }),
  odd('e12-status-unknown', { status: { value: 'zzz', label: null } }),
  odd('e16-id-zero', { id: 0 }),
  odd('e16-id-huge', { id: hugeNumberMark }),
  odd('e16-id-text', { id: 'T-9' }),
  odd('e16-item-unknown', { order_item: 1 }),
  odd('e16-item-null', { order_item: null }),
  odd('e20-reason-empty', { reason: '' }),
  odd('e20-reason-unknown', { reason: 999 }),
  odd('e20-reason-null', { reason: null }),
  odd('a4-type-wrapped', { cancellation_type: { value: 'refund', label: 'İade' } }),
  odd('a4-type-unknown', { cancellation_type: 'exchange' }),
  odd('a4-return-empty', { cancellation_type: 'refund', easy_return: {} }),
  odd('a4-return-list', { cancellation_type: 'refund', easy_return: [] }),
  odd('a4-return-bare', {
    cancellation_type: 'refund',
    easy_return: { code: 14_223, status: 'active', pickup_date: {} },
  }),
  odd('e15-dates', { created_date: '', modified_date: 'dün' }),
  odd('e25-iban', { iban: 'IBAN degil', holder_name: '' }),
  odd('e25-iban-numbers', { iban: 330_006_100, holder_name: null }),
]

const subject = (text: string) => ({ subject: text })

/** Cancellation reasons. All may be chosen. */
export const reasonOddities: readonly Oddity[] = [
  odd('e20-translations-null', { translations: null, subject: 'Çevirisi yok' }),
  odd('e20-english-only', { translations: { en: subject('English only, keyed en') } }),
  odd('e20-keyed-oddly', { translations: { TR_tr: subject('TR_tr anahtarlı'), 'en-us': subject('Keyed en-us') } }),
  odd('e20-subject-null', { translations: {}, subject: null }),
  odd('e20-extra-null', {
    translations: {},
    subject: 'Açıklama gerekir mi, belli değil',
    extra_information_needed: null,
  }),
  odd('e20-active-missing', { translations: {}, subject: 'Etkin mi, belli değil', is_active: missing }),
  odd('e20-id-minus-one', { translations: {}, subject: 'Kimliği -1', id: -1 }),
  odd('e20-order-null', { translations: {}, subject: 'Sırası yok', order: null }),
  odd('e20-type-null', { translations: {}, subject: 'Türü yok', cancellation_type: null }),
  odd('e20-type-wrapped', {
    translations: {},
    subject: 'Türü sarılı',
    cancellation_type: { value: 'cancel', label: 'İptal' },
  }),
]

const oldLine = { id: 1, product: 'Eski Ürün', sku: 'ESK-1', quantity: 1, price: '10.00', image_url: null }

/** Old orders. */
export const oldOrderOddities: readonly Oddity[] = [
  odd('e21-items-missing', { oldorderitem_set: missing }),
  odd('e21-items-null', { oldorderitem_set: null }),
  odd('e21-quantity-null', { oldorderitem_set: [{ ...oldLine, quantity: null, image_url: missing }] }),
  odd('e21-line-strange', { oldorderitem_set: [{ anything: { deep: true } }, 'satır', null, oldLine] }),
  odd('e21-product-null', { oldorderitem_set: [{ ...oldLine, product: null, sku: null }] }),
  odd('e21-status-text', { status: 'eski sistemde kapandı' }),
  odd('e21-status-null', { status: null }),
  odd('e21-status-object', { status: { value: 'x', label: 'Nesne' } }),
  odd('e21-address-object', { shipping_address: { line: 'Gül Sk. 1', city: null }, billing_address: null }),
  odd('e21-address-empty', { shipping_address: '', billing_address: '' }),
  odd('e14-amount-float', { amount: 10.5, discount_amount: 'NaN', currency: null }),
  odd('e15-date-invalid', { created_date: '14.11.2009' }),
  odd('e16-id-text', { id: 'ESKİ-1' }),
]

const waiting = { cancel_status: 'waiting', status: '50' }

/** Orders of the staff list. Those without a waiting line must not be counted as pending. */
export const staffOddities: readonly Oddity[] = [
  { name: 'e22-nothing-waiting', changes: { status: '450' }, lines: [{ cancel_status: null, status: '450' }] },
  { name: 'e22-waiting-not-50', changes: { status: '450' }, lines: [{ cancel_status: 'waiting', status: '450' }] },
  { name: 'e22-50-line-null', changes: { status: '50' }, lines: [{ cancel_status: null, status: '50' }] },
  { name: 'e22-status-number', changes: { status: 50 }, lines: [waiting] },
  {
    name: 'e22-status-unknown',
    changes: { status: '999' },
    lines: [waiting, { cancel_status: 'in_transit', status: {} }],
  },
  { name: 'e12-status-empty', changes: { status: {}, currency: {} }, lines: [waiting] },
  {
    name: 'a4-customer-number',
    changes: { customer: 1_234, shipping_address: 77, billing_address: 77 },
    lines: [waiting],
  },
  { name: 'a4-customer-null', changes: { customer: null, channel: null }, lines: [waiting] },
  { name: 'a4-pk-for-id', changes: { pk: 59_999, id: missing }, lines: [waiting] },
  {
    name: 'e14-money',
    changes: { amount: 99.99, currency: null },
    lines: [{ ...waiting, price: 2, price_currency: null }],
  },
  { name: 'e15-date', changes: { date_placed: 'dün' }, lines: [waiting] },
  { name: 'e22-sku-null', changes: {}, lines: [{ ...waiting, product_sku: null }] },
]

/** The address book. */
export const addressOddities: readonly Oddity[] = [
  odd('e24-no-places', { city: null, township: null, district: null }),
  odd('e24-phone-zeros', { phone_number: '00000000000' }),
  odd('e24-long-line', { line: 'ğ'.repeat(512) }),
  odd('e24-emoji', { first_name: '🏠', line: 'Kapı\u0007 7' }),
  odd('e24-title-null', { title: null, first_name: null, last_name: null }),
]
