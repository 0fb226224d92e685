import type { CancellationPayload, CancellationType } from '../../../../src-main/contract/commands.ts'
import { limits } from '../../../../src-main/contract/limits.ts'
import type { CancellationReason } from '../../../../src-main/contract/resources.ts'
import { isDayText } from '../../../model/times.ts'
import { dayText, yearAfter } from '../../../ui/format/day.ts'
import { cleanIban, findIbanProblem, type IbanProblem } from '../../../ui/format/private-numbers.ts'

/** The form as typed. Inputs are kept as text, so parsing can't lose anything. */
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
  /** Confirms that an IBAN or holder with problems is to be sent anyway. */
  readonly ibanAsIs: boolean
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
  ibanAsIs: false,
  loyalty: false,
}

/** Field names of the API, so errors of the shop and of the app are shown at the same fields. */
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
  | 'fully_refund_as_loyalty_money'

const fieldsOfAll: readonly FormField[] = [
  'cancellation_type',
  'reason',
  'description',
  'iban',
  'holder_name',
  'fully_refund_as_loyalty_money',
]
const fieldsOfRefund: readonly FormField[] = ['shipping_company', 'pickup_address', 'pickup_date']

/** The visible fields that show their own errors. Not `quantity`: it is outside the form, and some lines have none. */
export const shownFields = (type: RequestForm['type']): ReadonlySet<string> =>
  new Set<FormField>(type === 'refund' ? [...fieldsOfAll, ...fieldsOfRefund] : fieldsOfAll)

export type FormProblems = Partial<Record<FormField, string>>

interface FormLine {
  readonly orderItem: string
  readonly quantity: number | null
  readonly maxQuantity: number
}

const pickupProblem = (form: RequestForm, now: number): string | null => {
  const { pickupDate, pickupStart, pickupEnd } = form
  if (pickupDate === '') return pickupStart === '' && pickupEnd === '' ? null : 'pickupNoDate'
  // Years have four digits, so days can be compared as text.
  if (!isDayText(pickupDate)) return 'pickupNoDay'
  if (pickupDate < dayText(now)) return 'pickupPast'
  // More than a year ahead is a typo in the year.
  if (pickupDate > dayText(yearAfter(now))) return 'pickupFar'
  return pickupStart !== '' && pickupEnd !== '' && pickupStart >= pickupEnd ? 'pickupOrder' : null
}

const hasIban = (form: RequestForm): boolean => form.iban.trim() !== ''

/** The problem with the IBAN; null if it is valid or empty. */
export const ibanProblem = (form: RequestForm): IbanProblem | null =>
  hasIban(form) ? findIbanProblem(form.iban) : null

/** An IBAN and loyalty money exclude each other. */
export const isPaidTwice = (form: RequestForm): boolean => hasIban(form) && form.loyalty

/** The IBAN to send: without spaces, unless the text is not an IBAN. */
export const ibanToSend = (form: RequestForm): string =>
  findIbanProblem(form.iban)?.part === 'not-an-iban' ? form.iban.trim() : cleanIban(form.iban)

const moneyProblems = (form: RequestForm): FormProblems => {
  const problem = ibanProblem(form)
  return {
    ...(isPaidTwice(form) ? { fully_refund_as_loyalty_money: 'ibanAndLoyalty' } : {}),
    ...(problem !== null && !form.ibanAsIs ? { iban: 'ibanWrong' } : {}),
    ...(hasIban(form) && form.holderName.trim() === '' && !form.ibanAsIs ? { holder_name: 'holderMissing' } : {}),
  }
}

const lengthProblems = (form: RequestForm): FormProblems => ({
  ...(form.description.trim().length > limits.description ? { description: 'tooLong' } : {}),
  ...(ibanToSend(form).length > limits.iban ? { iban: 'tooLong' } : {}),
  ...(form.holderName.trim().length > limits.holderName ? { holder_name: 'tooLong' } : {}),
})

/** Problem codes by field. Checks that need the shop's data are left to the shop. */
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
    ...moneyProblems(form),
    ...lengthProblems(form),
  }
}

const pickupOf = ({ pickupDate, pickupStart, pickupEnd }: RequestForm): CancellationPayload['pickup_date'] => {
  if (pickupDate === '') return undefined
  if (pickupStart === '' && pickupEnd === '') return { date: pickupDate }
  return {
    date: pickupDate,
    hour_range: {
      ...(pickupStart === '' ? {} : { start: pickupStart }),
      ...(pickupEnd === '' ? {} : { end: pickupEnd }),
    },
  }
}

/** The request to send. A cancellation leaves out carrier, address and pickup, even if they were filled in. */
export const toPayload = (form: RequestForm, line: FormLine): CancellationPayload | null => {
  if (form.type === '') return null
  const description = form.description.trim()
  const iban = ibanToSend(form)
  const holder = form.holderName.trim()
  const base: CancellationPayload = {
    order_item: line.orderItem,
    cancellation_type: form.type,
    reason: form.reason,
    ...(line.maxQuantity > 1 && line.quantity !== null ? { quantity: line.quantity } : {}),
    ...(description === '' ? {} : { description }),
    ...(iban === '' ? {} : { iban }),
    ...(holder === '' ? {} : { holder_name: holder }),
    ...(form.loyalty ? { fully_refund_as_loyalty_money: true } : {}),
  }
  if (form.type === 'cancel') return base
  const pickup = pickupOf(form)
  return {
    ...base,
    ...(form.shippingCompany === '' ? {} : { shipping_company: form.shippingCompany }),
    ...(form.pickupAddress === '' ? {} : { pickup_address: form.pickupAddress }),
    ...(pickup === undefined ? {} : { pickup_date: pickup }),
  }
}

/** The form of an existing entry, to change it while it waits or after it was refused. */
export const fromPayload = (payload: CancellationPayload): RequestForm => ({
  type: payload.cancellation_type,
  reason: payload.reason,
  description: payload.description ?? '',
  shippingCompany: payload.shipping_company ?? '',
  pickupAddress: payload.pickup_address ?? '',
  pickupDate: payload.pickup_date?.date ?? '',
  pickupStart: payload.pickup_date?.hour_range?.start ?? '',
  pickupEnd: payload.pickup_date?.hour_range?.end ?? '',
  iban: payload.iban ?? '',
  holderName: payload.holder_name ?? '',
  // Has to be confirmed again.
  ibanAsIs: false,
  loyalty: payload.fully_refund_as_loyalty_money ?? false,
})
