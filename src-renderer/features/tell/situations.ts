import type { Entry } from '../../../src-main/contract/entries.ts'
import type { PickupDate } from '../../../src-main/contract/resources.ts'
import type { WhyNot } from '../data/eligibility.ts'
import { mapOf } from '../data/map-of.ts'

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
  'pickup-day',
  'in-progress',
  'approved-cancel',
  'approved-refund',
  'completed-cancel',
  'completed-refund',
  'rejected',
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

/** States of which nothing true can be said to a customer: `tell.none.<why>` says so. */
export const silences = ['discarded', 'status-unknown', 'shop-silent'] as const
type Silence = (typeof silences)[number]

export type Told =
  | { readonly kind: 'sentence'; readonly situation: Situation }
  | { readonly kind: 'none'; readonly why: Silence }

const say = (situation: Situation): Told => ({ kind: 'sentence', situation })
const silent = (why: Silence): Told => ({ kind: 'none', why })

/** How the parcel goes back, as far as it is known. */
export interface WayBack {
  readonly type: string | null
  readonly returnCode: string | null
  readonly carrier: string | null
  /** Its date is YYYY-MM-DD as a rule; a day that is over is no news. */
  readonly pickup: PickupDate | null
}

const receivedOf = (way: WayBack, today: string): Told => {
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
): Told => {
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

/** Statuses of API.md c.2 and c.3, and what each comes to for the customer. */
const requestStages: ReadonlyMap<string, 'undecided' | 'in-progress' | 'approved' | 'completed' | 'rejected'> = mapOf({
  open: 'undecided',
  waiting: 'undecided',
  waiting_approval: 'undecided',
  confirmation_waiting: 'undecided',
  active: 'undecided',
  confirmed: 'in-progress',
  waiting_for_payment: 'in-progress',
  approved: 'approved',
  completed: 'completed',
  rejected: 'rejected',
})

export const situationOfRequest = (status: string | null, way: WayBack, today: string): Told => {
  const stage = requestStages.get(status ?? '')
  switch (stage) {
    case 'undecided':
      return receivedOf(way, today)
    case 'in-progress':
    case 'rejected':
      return say(stage)
    case 'approved':
      if (way.type !== 'cancel' && way.type !== 'refund') return say('in-progress')
      return say(`approved-${way.type}`)
    case 'completed':
      if (way.type !== 'cancel' && way.type !== 'refund') return silent('status-unknown')
      return say(`completed-${way.type}`)
    case undefined:
      return silent('status-unknown')
  }
}

/** Omnitron's lines say neither the kind of the request nor its number. */
export const situationOfCancelStatus = (status: string | null): Told => {
  const stage = requestStages.get(status ?? '')
  if (stage === undefined || stage === 'completed') return silent('status-unknown')
  return say(stage === 'undecided' ? 'pending-waiting' : `pending-${stage}`)
}

/** For a line without an entry or a request. */
export const situationOfWhyNot = ({ code }: WhyNot): Told => {
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

/** For a line that nothing was asked for yet. Before shipping a cancellation is the shorter way. */
export const situationOfTypes = (types: readonly ('cancel' | 'refund')[]): Told =>
  say(types.includes('cancel') ? 'may-cancel' : 'may-refund')
