import type { CancellationPayload, CancellationType } from '../../../src-main/contract/commands.ts'
import type { CancellationReason } from '../../../src-main/contract/resources.ts'
import { cleanIban, findIbanProblem } from '../../ui/format/iban.ts'

/** The form as typed. Every field is text, so that nothing typed is ever lost to parsing. */
export interface RequestForm {
  readonly type: CancellationType | ''
  readonly reason: string
  readonly description: string
  readonly shippingCompany: string
  readonly pickupAddress: string
  readonly pickupDate: string
  readonly pickupStart: string
  readonly pickupEnd: string
  readonly iban: string
  readonly holderName: string
  readonly loyalty: boolean
}

export const emptyForm: RequestForm = {
  type: '',
  reason: '',
  description: '',
  shippingCompany: '',
  pickupAddress: '',
  pickupDate: '',
  pickupStart: '',
  pickupEnd: '',
  iban: '',
  holderName: '',
  loyalty: false,
}

/** Names of the API's fields: the shop's errors and ours land in the same places. */
export type FormField =
  | 'cancellation_type'
  | 'reason'
  | 'description'
  | 'quantity'
  | 'shipping_company'
  | 'pickup_address'
  | 'pickup_date'
  | 'iban'
  | 'holder_name'

const fieldsOfAll: readonly FormField[] = ['cancellation_type', 'reason', 'description']
const fieldsOfRefund: readonly FormField[] = [
  'shipping_company',
  'pickup_address',
  'pickup_date',
  'iban',
  'holder_name',
]

/** Fields on screen that show their own errors. Not `quantity`: it stands outside the form, and not for every line. */
export const shownFields = (type: RequestForm['type']): ReadonlySet<string> =>
  new Set<FormField>(type === 'refund' ? [...fieldsOfAll, ...fieldsOfRefund] : fieldsOfAll)

export type FormProblems = Partial<Record<FormField, string>>

export interface FormLine {
  readonly orderItem: string
  readonly quantity: number | null
  readonly maxQuantity: number
}

const today = (now: number): string => {
  const day = new Date(now)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

const pickupProblem = (form: RequestForm, now: number): string | null => {
  const parts = [form.pickupDate, form.pickupStart, form.pickupEnd]
  if (parts.every(part => part === '')) return null
  if (parts.some(part => part === '')) return 'pickupIncomplete'
  if (form.pickupDate < today(now)) return 'pickupPast'
  return form.pickupStart < form.pickupEnd ? null : 'pickupOrder'
}

/** Codes of what is missing or wrong, each at its field. What the shop alone can know is left to the shop. */
export const findProblems = (
  form: RequestForm,
  lines: readonly FormLine[],
  reason: CancellationReason | null,
  now: number,
): FormProblems => {
  const pickup = form.type === 'refund' ? pickupProblem(form, now) : null
  const badQuantity = lines.some(
    ({ quantity, maxQuantity }) =>
      quantity === null || !Number.isInteger(quantity) || quantity < 1 || quantity > maxQuantity,
  )
  return {
    ...(form.type === '' ? { cancellation_type: 'typeMissing' } : {}),
    ...(form.reason === '' || reason === null ? { reason: 'reasonMissing' } : {}),
    ...(reason?.extra_information_needed === true && form.description.trim() === ''
      ? { description: 'descriptionMissing' }
      : {}),
    ...(badQuantity ? { quantity: 'quantityOutOfRange' } : {}),
    ...(pickup ? { pickup_date: pickup } : {}),
  }
}

/** Shops differ in what they take here, so this warns and never blocks. */
export const ibanWarning = (form: RequestForm) => (form.iban.trim() === '' ? null : findIbanProblem(form.iban))

/** Refund-only fields of a cancel are left out even when something was typed in them before. */
export const toPayload = (form: RequestForm, line: FormLine): CancellationPayload | null => {
  if (form.type === '') return null
  const description = form.description.trim()
  const base: CancellationPayload = {
    order_item: line.orderItem,
    cancellation_type: form.type,
    reason: form.reason,
    ...(line.maxQuantity > 1 && line.quantity !== null ? { quantity: line.quantity } : {}),
    ...(description === '' ? {} : { description }),
  }
  if (form.type === 'cancel') return base
  const iban = findIbanProblem(form.iban)?.part === 'not-an-iban' ? form.iban.trim() : cleanIban(form.iban)
  const holder = form.holderName.trim()
  return {
    ...base,
    ...(form.shippingCompany === '' ? {} : { shipping_company: form.shippingCompany }),
    ...(form.pickupAddress === '' ? {} : { pickup_address: form.pickupAddress }),
    ...(form.pickupDate === ''
      ? {}
      : { pickup_date: { date: form.pickupDate, hour_range: { start: form.pickupStart, end: form.pickupEnd } } }),
    ...(iban === '' ? {} : { iban }),
    ...(holder === '' ? {} : { holder_name: holder }),
    ...(form.loyalty ? { fully_refund_as_loyalty_money: true } : {}),
  }
}

/** The way back, for changing an entry that waits or was refused. */
export const fromPayload = (payload: CancellationPayload): RequestForm => ({
  type: payload.cancellation_type,
  reason: payload.reason,
  description: payload.description ?? '',
  shippingCompany: payload.shipping_company ?? '',
  pickupAddress: payload.pickup_address ?? '',
  pickupDate: payload.pickup_date?.date ?? '',
  pickupStart: payload.pickup_date?.hour_range.start ?? '',
  pickupEnd: payload.pickup_date?.hour_range.end ?? '',
  iban: payload.iban ?? '',
  holderName: payload.holder_name ?? '',
  loyalty: payload.fully_refund_as_loyalty_money ?? false,
})
