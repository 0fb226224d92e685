import { lineOddities } from './line-oddities.ts'
import { hugeNumberMark, strangeField } from './odd-order.ts'
import type { Oddity } from './oddity.ts'

const statuses: readonly Oddity[] = [
  { name: 'e12-status-empty', changes: { status: {} } },
  { name: 'e12-status-null', changes: { status: null } },
  { name: 'e12-status-text', changes: { status: 'delivered' } },
  { name: 'e12-status-number', changes: { status: 550 } },
  { name: 'e12-value-number', changes: { status: { value: 50, label: 'İptal onayı bekliyor' } } },
  { name: 'e12-unknown', changes: { status: { value: '999', label: 'Depoda aranıyor' } } },
  { name: 'e12-unknown-silent', changes: { status: { value: '998', label: null } } },
  { name: 'e12-label-null', changes: { status: { value: '450', label: null } } },
  { name: 'e12-label-markup', changes: { status: { value: '997', label: '<b onclick="x()">Kalın</b>' } } },
  { name: 'e12-label-bidi', changes: { status: { value: '996', label: '\u202Eters\u202C yazı' } } },
]

const links: readonly Oddity[] = [
  { name: 'e13-track-javascript', changes: { tracking_url: 'javascript:alert(1)', tracking_number: '1' } },
  { name: 'e13-track-file', changes: { tracking_url: 'file:///etc/passwd', tracking_number: '2' } },
  { name: 'e13-track-unc', changes: { tracking_url: '\\\\sunucu\\paylasim', tracking_number: '3' } },
]

const amount = (name: string, value: unknown): Oddity => ({ name: `e14-${name}`, changes: { amount: value } })
const amounts: readonly Oddity[] = [
  amount('empty', ''),
  amount('null', null),
  amount('exponent', '1e3'),
  amount('nan', 'NaN'),
  amount('turkish', '1.234,56'),
  amount('negative', '-5.00'),
  amount('zeros', '0.000'),
  amount('integer', 20),
  amount('float', 12.340000000000002),
  amount('thirty-digits', '123456789012345678901234567890.12'),
  { name: 'e14-currency-null', changes: { currency: null } },
]

const date = (name: string, value: unknown): Oddity => ({ name: `e15-${name}`, changes: { created_date: value } })
const dates: readonly Oddity[] = [
  date('nine-digits', '2024-10-24T09:32:05.123456789Z'),
  date('no-zone', '2024-10-24T09:32:05'),
  date('offset', '2024-10-24T09:32:05+03:00'),
  date('empty', ''),
  date('year-one', '0001-01-01T00:00:00Z'),
  date('far', '9999-12-31T23:59:59Z'),
  date('invalid', 'dün öğleden sonra'),
]

/** Two rows share an id on purpose. */
const ids: readonly Oddity[] = [
  { name: 'e16-huge', changes: { id: hugeNumberMark } },
  { name: 'e16-text', changes: { id: 'SİP/17' } },
  { name: 'e16-zero', changes: { id: 0 } },
  { name: 'e16-negative', changes: { id: -1 } },
  { name: 'e16-twice', changes: { id: 909_999 } },
  { name: 'e16-twice', changes: { id: 909_999 } },
]

const number = (name: string, value: unknown): Oddity => ({ name: `e17-${name}`, changes: { number: value } })
const numbers: readonly Oddity[] = [
  number('zeros', '0007'),
  number('slash', 'ŞB/2024/12'),
  number('blanks', ' 12 34 '),
  number('equals', '=1+1'),
  number('plus', '+905550000000'),
  number('minus', '-5'),
  number('at', '@SUM(A1:A9)'),
  number('dots', '../../current_user'),
  number('null', null),
  number('integer', 12_345),
]

const fields: readonly Oddity[] = [
  { name: 'e23-extra-object', changes: { extra_field: strangeField } },
  { name: 'e23-extra-list', changes: { extra_field: ['%50 + %50', { '<i>anahtar</i>': true }] } },
]

const place = (name: string, changes: Oddity['changes']): Oddity => ({
  name: `e24-${name}`,
  changes: { shipping_address: changes, billing_address: null },
})
const person = { pk: 31, first_name: 'İrem', last_name: 'Işık', phone_number: '+905550000000', line: 'Gül Sk. 1' }
const addresses: readonly Oddity[] = [
  place('no-places', { ...person, city: null, township: null, district: null }),
  place('phone-zeros', { ...person, phone_number: '00000000000' }),
  place('long-line', { ...person, line: 'ş'.repeat(512) }),
  place('emoji', { ...person, first_name: '🏠', line: 'Kapı\u0007 no\u0000: 7\t👩‍👧' }),
  { name: 'e24-text', changes: { shipping_address: 'Gül Sk. 1, Kadıköy', billing_address: {} } },
]

/** Everything that an order of the list can be like. */
export const orderOddities: readonly Oddity[] = [
  ...statuses,
  ...links,
  ...amounts,
  ...dates,
  ...ids,
  ...numbers,
  ...lineOddities,
  ...fields,
  ...addresses,
]
