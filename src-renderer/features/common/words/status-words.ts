import type { TFunction } from 'i18next'
import type { EnumValue } from '../../../../src-main/contract/values.ts'
import { enumText } from '../../../model/enum-text.ts'
import { orderStatusName } from '../../../model/order-status.ts'
import { type RequestStage, requestStage, requestStatusName } from '../../../model/request-status.ts'
import type { Tone } from '../../../ui/chip.tsx'
import { mapOf } from '../services/collections.ts'

const tones = mapOf<Tone>({
  cancellation_waiting: 'wait',
  cancelled: 'bad',
  payment_waiting: 'wait',
  confirmation_waiting: 'wait',
  attempted_delivery: 'wait',
  shipped: 'busy',
  shipped_and_informed: 'busy',
  ready_for_pickup: 'busy',
  delivered: 'ok',
  refunded: 'ask',
})

const stageTones: Readonly<Record<RequestStage, Tone>> = {
  undecided: 'wait',
  'in-progress': 'busy',
  approved: 'ok',
  'to-be-paid': 'wait',
  completed: 'ok',
  rejected: 'bad',
  cancelled: 'plain',
}

export interface StatusWords {
  readonly text: string
  readonly tone: Tone
  /** The shop's label, for a tooltip, when `text` differs from it. */
  readonly shopLabel?: string | undefined
}

const otherLabel = (label: string | null, text: string) => (label && label !== text ? label : undefined)

/**
 * Our name for a known code; the shop's label for its own codes; else the raw code. Labels come in the language of the
 * day they were read, so a list of labels could mix two languages.
 */
export const orderStatusWords = (status: EnumValue, t: TFunction): StatusWords => {
  const name = orderStatusName(status.value)
  const text = name ? t(`status.order.${name}`) : enumText(status)?.trim() || t('status.unknown')
  return { text, tone: (name && tones.get(name)) || 'plain', shopLabel: otherLabel(status.label, text) }
}

/** An unknown status gets the shop's label, and the tone of an undecided request. */
export const requestStatusWords = (status: EnumValue, t: TFunction): StatusWords => {
  const name = requestStatusName(status.value)
  const text = name ? t(`status.request.${name}`) : enumText(status)?.trim() || t('status.unknown')
  return { text, tone: stageTones[requestStage(status)], shopLabel: otherLabel(status.label, text) }
}

export const cancelStatusWords = (value: string | null, t: TFunction): StatusWords | null =>
  value === null || value.trim() === '' ? null : requestStatusWords({ value, label: null }, t)

export const cancellationTypeWords = (type: string | null, t: TFunction): string =>
  type === 'cancel' || type === 'refund' ? t(`type.${type}`) : (type ?? t('type.unknown'))
