import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { PickupDate } from '../../../../src-main/contract/resources.ts'
import type { EnumValue } from '../../../../src-main/contract/values.ts'
import type { WhyNot } from '../../../model/eligibility.ts'
import { isSilent } from '../../../model/order-status.ts'
import { requestStage, requestStatusName } from '../../../model/request-status.ts'

/** States that have a sentence of their own: `tell.sentence.<situation>` in each language. */
export const situations = [
  'queued',
  'queued-offline',
  'sending',
  'checking',
  'review',
  'refused',
  'received',
  'return-code',
  'return-code-plain',
  'pickup',
  'shop-words',
  'pickup-day',
  'in-progress',
  'approved-cancel',
  'approved-refund',
  'completed-cancel',
  'completed-refund',
  'rejected',
  'called-off',
  'waiting-at-shop',
  'pending-waiting',
  'pending-in-progress',
  'pending-approved',
  'pending-rejected',
  'on-the-way',
  'already-cancelled',
  'already-refunded',
  'not-allowed',
  'may-cancel',
  'may-refund',
] as const
export type Situation = (typeof situations)[number]

/** States without a sentence for the customer. The explanations are in `tell.none.<why>`. */
export const silences = ['discarded', 'status-unknown', 'shop-silent'] as const
type Silence = (typeof silences)[number]

export type ToTell =
  | { readonly kind: 'sentence'; readonly situation: Situation }
  | { readonly kind: 'none'; readonly why: Silence }

const say = (situation: Situation): ToTell => ({ kind: 'sentence', situation })
const silent = (why: Silence): ToTell => ({ kind: 'none', why })

/** The known facts of how the parcel goes back. */
export interface WayBack {
  readonly type: string | null
  readonly returnCode: string | null
  readonly carrier: string | null
  /** The date is usually YYYY-MM-DD. A past day is not mentioned. */
  readonly pickup: PickupDate | null
}

const receivedOf = (way: WayBack, today: string): ToTell => {
  const { pickup } = way
  if (way.type === 'refund' && pickup?.date && pickup.date >= today)
    return say(pickup.start || pickup.end ? 'pickup' : 'pickup-day')
  if (way.returnCode) return say(way.carrier ? 'return-code' : 'return-code-plain')
  return say('received')
}

/** `today` as YYYY-MM-DD on this computer's calendar. */
export const situationOfEntry = (
  { state }: Pick<Entry, 'state'>,
  shopIsAway: boolean,
  way: WayBack,
  today: string,
): ToTell => {
  switch (state) {
    case 'QUEUED':
      return say(shopIsAway ? 'queued-offline' : 'queued')
    case 'SENDING':
      return say('sending')
    case 'UNKNOWN':
      return say('checking')
    case 'NEEDS_REVIEW':
      return say('review')
    case 'REJECTED':
      return say('refused')
    case 'CONFIRMED':
      return receivedOf(way, today)
    case 'DROPPED':
      return silent('discarded')
  }
}

/** The situation for a request's status. Unknown statuses count as undecided and are quoted. */
export const situationOfRequest = (status: EnumValue, way: WayBack, today: string): ToTell => {
  const stage = requestStage(status)
  switch (stage) {
    case 'undecided': {
      const toTell = receivedOf(way, today)
      const isNamed = requestStatusName(status.value) !== null || isSilent(status)
      return isNamed || toTell.kind === 'none' || toTell.situation !== 'received' ? toTell : say('shop-words')
    }
    case 'in-progress':
    case 'to-be-paid':
      return say('in-progress')
    case 'rejected':
      return say('rejected')
    case 'cancelled':
      return say('called-off')
    case 'approved':
      if (way.type !== 'cancel' && way.type !== 'refund') return say('in-progress')
      return say(`approved-${way.type}`)
    case 'completed':
      if (way.type !== 'cancel' && way.type !== 'refund') return silent('status-unknown')
      return say(`completed-${way.type}`)
  }
}

/** Omnitron's lines have neither the request's type nor its number. */
export const situationOfCancelStatus = (status: string | null): ToTell => {
  const stage = requestStage({ value: status })
  switch (stage) {
    case 'undecided':
      return say('pending-waiting')
    case 'in-progress':
    case 'to-be-paid':
      return say('pending-in-progress')
    case 'approved':
    case 'rejected':
      return say(`pending-${stage}`)
    case 'completed':
    case 'cancelled':
      return silent('status-unknown')
  }
}

/** For a line without an entry or a request. */
export const situationOfWhyNot = ({ code }: WhyNot): ToTell => {
  switch (code) {
    case 'on-the-way':
    case 'not-allowed':
      return say(code)
    case 'cancelled':
      return say('already-cancelled')
    case 'refunded':
      return say('already-refunded')
    case 'cancellation-waiting':
      return say('waiting-at-shop')
    case 'flags-missing':
      return silent('shop-silent')
    case 'entry':
    case 'requested':
      return silent('status-unknown')
  }
}

/** For a line without a request. If both are possible, a cancellation comes first. */
export const situationOfTypes = (types: readonly ('cancel' | 'refund')[]): ToTell =>
  say(types.includes('cancel') ? 'may-cancel' : 'may-refund')
