import type { TFunction } from 'i18next'
import type { EnumValue } from '../../../src-main/contract/values.ts'
import { enumText } from '../../model/enum-text.ts'
import type { Tone } from '../../ui/chip.tsx'
import { mapOf } from './map-of.ts'

/** Codes of API.md c.1 and the names that OpenAPI answers use for the same thing. */
const orderCodes = mapOf({
  '50': 'cancellation_waiting',
  '100': 'cancelled',
  '200': 'waiting',
  '300': 'payment_waiting',
  '350': 'confirmation_waiting',
  '400': 'approved',
  '450': 'preparing',
  '500': 'shipped',
  '510': 'shipped_and_informed',
  '520': 'ready_for_pickup',
  '540': 'attempted_delivery',
  '544': 'review_started',
  '545': 'review_waiting',
  '546': 'waiting_for_payment',
  '547': 'paid',
  '550': 'delivered',
  '600': 'refunded',
  canceled: 'cancelled',
})

const orderNames = new Set(orderCodes.values())

/** One name for a status however the shop writes it; null when we know of none. */
export const orderStatusName = (value: string | null): string | null => {
  if (value === null) return null
  const name = orderCodes.get(value) ?? value
  return orderNames.has(name) ? name : null
}

const cancelNames = new Set([
  'open',
  'waiting',
  'waiting_approval',
  'confirmation_waiting',
  'confirmed',
  'approved',
  'rejected',
  'completed',
  'waiting_for_payment',
  'active',
])

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

const requestTones = mapOf<Tone>({
  open: 'wait',
  waiting: 'wait',
  waiting_approval: 'wait',
  confirmation_waiting: 'wait',
  waiting_for_payment: 'wait',
  confirmed: 'busy',
  approved: 'ok',
  completed: 'ok',
  rejected: 'bad',
})

export interface StatusWords {
  readonly text: string
  readonly tone: Tone
  /** The shop's own label where ours stands, for a tooltip. */
  readonly said?: string | undefined
}

const saidBeside = (label: string | null, text: string) => (label && label !== text ? label : undefined)

/**
 * Our name for a known code first: labels come in the language of the day they were read, and a list would mix two.
 * The shop's own label for codes of its own, the raw code last.
 */
export const orderStatusWords = (status: EnumValue, t: TFunction): StatusWords => {
  const name = orderStatusName(status.value)
  const text = name ? t(`status.order.${name}`) : (enumText(status) ?? t('status.unknown'))
  return { text, tone: (name && tones.get(name)) || 'plain', said: saidBeside(status.label, text) }
}

export const requestStatusWords = (status: EnumValue, t: TFunction): StatusWords => {
  const known = status.value !== null && cancelNames.has(status.value)
  const text = known ? t(`status.request.${status.value}`) : (enumText(status) ?? t('status.unknown'))
  const tone = (status.value !== null && requestTones.get(status.value)) || 'plain'
  return { text, tone, said: saidBeside(status.label, text) }
}

export const cancelStatusWords = (value: string | null, t: TFunction): StatusWords | null =>
  value === null ? null : requestStatusWords({ value, label: null }, t)

export const cancellationTypeWords = (type: string | null, t: TFunction): string =>
  type === 'cancel' || type === 'refund' ? t(`type.${type}`) : (type ?? t('type.unknown'))
