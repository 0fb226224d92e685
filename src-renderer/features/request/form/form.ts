import type { CancellationPayload, CancellationType } from '../../../../src-main/contract/commands.ts'
import { limits } from '../../../../src-main/contract/limits.ts'
import type { CancellationReason } from '../../../../src-main/contract/resources.ts'
import { isDayText } from '../../../model/times.ts'
import { dayText, yearAfter } from '../../../ui/format/day.ts'
import { cleanIban, findIbanProblem, type IbanProblem } from '../../../ui/format/private-numbers.ts'

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
  /** The person has seen what is wrong with the IBAN or its holder, and wants it sent all the same. */
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

/** Fields on screen that show their own errors. Not `quantity`: it stands outside the form, and not for every line. */
export const shownFields = (type: RequestForm['type']): ReadonlySet<string> =>
  new Set<FormField>(type === 'refund' ? [...fieldsOfAll, ...fieldsOfRefund] : fieldsOfAll)

export type FormProblems = Partial<Record<FormField, string>>

export interface FormLine {
  readonly orderItem: string
  readonly quantity: number | null
  readonly maxQuantity: number
}

const pickupProblem = (form: RequestForm, now: number): string | null => {
  const { pickupDate, pickupStart, pickupEnd } = form
  if (pickupDate === '') return pickupStart === '' && pickupEnd === '' ? null : 'pickupNoDate'
  // A day has four digits for its year, so days of one form can be compared as text.
  if (!isDayText(pickupDate)) return 'pickupNoDay'
  if (pickupDate < dayText(now)) return 'pickupPast'
  // No carrier takes a parcel then: a slip in the year.
  if (pickupDate > dayText(yearAfter(now))) return 'pickupFar'
  return pickupStart !== '' && pickupEnd !== '' && pickupStart >= pickupEnd ? 'pickupOrder' : null
}

const hasIban = (form: RequestForm): boolean => form.iban.trim() !== ''

/** What is wrong with the IBAN as typed; null when it is fine, and when there is none. */
export const ibanProblem = (form: RequestForm): IbanProblem | null =>
  hasIban(form) ? findIbanProblem(form.iban) : null

/** Money goes to one place: an IBAN and loyalty money exclude each other. */
export const isPaidTwice = (form: RequestForm): boolean => hasIban(form) && form.loyalty

/** The IBAN as it is sent: without blanks, unless it is no IBAN at all. */
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

/** How the parcel of a refund goes back is left out of a cancellation even when it was filled in before. */
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

/** The way back, for changing an entry that waits or was refused. */
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
  // Sent as it was once, it is asked about once more.
  ibanAsIs: false,
  loyalty: payload.fully_refund_as_loyalty_money ?? false,
})
