import type { TFunction } from 'i18next'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { attemptWords } from '../../common/words/entry-words.ts'
import { codeLine, codeWords, errorText, failureWords } from '../../common/words/failure-words.ts'
import { carrierWords, paymentWords, pickupHours, requestName } from '../../common/words/record-words.ts'
import { cancellationTypeWords, orderStatusWords, requestStatusWords } from '../../common/words/status-words.ts'
import type { TimelineEvent } from './events.ts'

interface EventWords {
  readonly title: string
  readonly detail: string | null
}

/** The shop's text, or our text when the shop sent only a code. */
const whyWords = (why: Failure | null, t: TFunction): string | null => {
  if (why === null) return null
  const said = why.errors.map(error => errorText(error, t)).join(' ')
  return joinedTexts([said || (codeWords(why.code, t) ?? failureWords(why, t).title), codeLine(why)], ' · ')
}

const joined = (...parts: readonly (string | null | undefined)[]): string | null => joinedTexts(parts, ' · ') || null

/** The text of an event. */
export const eventWords = (event: TimelineEvent, t: TFunction): EventWords => {
  switch (event.kind) {
    case 'placed':
      return { title: t('timeline.placed'), detail: paymentWords(event.payment, t) }
    case 'payment-waiting':
      return { title: t('timeline.payment-waiting'), detail: null }
    case 'invoiced':
      return { title: t('timeline.invoiced'), detail: joined(...event.numbers) }
    case 'shipped':
      return { title: t('timeline.shipped'), detail: joined(carrierWords(event.carrier, t), ...event.tracking) }
    case 'expected':
      return { title: t('timeline.expected'), detail: null }
    case 'status':
      return { title: orderStatusWords(event.status, t).text, detail: null }
    case 'cancel-status':
      return {
        title: t('timeline.cancelStatus', { status: requestStatusWords({ value: event.status, label: null }, t).text }),
        detail: null,
      }
    case 'requested':
      return { title: t('timeline.requested', { request: nameOf(event, t) }), detail: null }
    case 'decided':
      return {
        title: t('timeline.decided', { request: nameOf(event, t), status: requestStatusWords(event.status, t).text }),
        detail: null,
      }
    case 'return-code':
      return { title: t('timeline.returnCode'), detail: joined(event.code, carrierWords(event.carrier, t)) }
    case 'pickup':
      return { title: t('timeline.pickup'), detail: pickupHours(event.pickup, t) }
    case 'saved':
      return {
        title: t('timeline.saved', { type: cancellationTypeWords(event.entry.command.payload.cancellation_type, t) }),
        detail: event.entry.about.reasonText,
      }
    case 'not-sent':
      return {
        title: t('timeline.notSent', { count: event.count }),
        detail: event.last.failure ? failureWords(event.last.failure, t).title : null,
      }
    case 'sent':
      return { title: t('timeline.sent'), detail: null }
    case 'answered': {
      const { attempt, entry } = event
      const isTaken = attempt.outcome === 'confirmed' && entry.result !== null
      return {
        title: attemptWords(attempt, entry, t),
        detail: isTaken
          ? nameOf({ requestId: entry.result?.requestId ?? '', type: typeOf(event) }, t)
          : whyWords(attempt.failure, t),
      }
    }
    case 'looked':
      return { title: t('timeline.looked'), detail: null }
    case 'found':
      return {
        title: t(event.entry.result?.via === 'adopted' ? 'timeline.adopted' : 'timeline.found', {
          request: nameOf({ requestId: event.requestId, type: typeOf(event) }, t),
        }),
        detail: null,
      }
    case 'refused':
      return { title: t('timeline.refused'), detail: whyWords(event.entry.lastFailure, t) }
    case 'discarded':
      return { title: t('timeline.discarded'), detail: null }
    case 'standing':
      return { title: t(`entry.state.${event.entry.state.toLowerCase().replaceAll('_', '-')}`), detail: null }
  }
}

const typeOf = ({ entry }: Pick<Extract<TimelineEvent, { kind: 'found' }>, 'entry'>): string =>
  entry.command.payload.cancellation_type

const nameOf = (of: { readonly requestId: string; readonly type: string | null }, t: TFunction): string =>
  requestName({ id: of.requestId, type: of.type }, t)
