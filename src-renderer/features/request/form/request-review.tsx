import type { TFunction } from 'i18next'
import { CloudOff, Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { groupIban } from '../../../ui/format/private-numbers.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Facts } from '../../common/parts/facts.tsx'
import { useFigureWords } from '../../common/services/figures.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { carrierWords, pickupHours, reasonText } from '../../common/words/record-words.ts'
import { cancellationTypeWords } from '../../common/words/status-words.ts'
import type { FormChoices } from './choices.ts'
import { ibanProblem, type RequestForm } from './form.ts'
import { ibanWords } from './request-fields.tsx'
import { type EstimatedLine, RequestTotal, reviewFigure } from './request-total.tsx'
import { useSendTime } from './send-time.ts'

export interface ReviewLine extends EstimatedLine {
  readonly orderItem: string
  /** The order number above its lines, if there are several orders. */
  readonly heading?: string
  readonly name: string
}

interface RequestReviewProps {
  readonly account: Account
  readonly form: RequestForm
  readonly choices: FormChoices
  readonly lines: readonly ReviewLine[]
}

/** A carrier that is no longer offered is still sent, so it is shown by its key. */
const companyOf = ({ companies }: FormChoices, pk: string, t: TFunction): string | null =>
  companies.find(({ value }) => value === pk)?.label ?? carrierWords(pk, t)

const addressOf = ({ addresses }: FormChoices, pk: string): string | null =>
  addresses.find(({ value }) => value === pk)?.label ?? (pk === '' ? null : `#${pk}`)

const groupByHeading = (lines: readonly ReviewLine[]): readonly (readonly [string, readonly ReviewLine[]])[] => {
  const groups = new Map<string, ReviewLine[]>()
  for (const line of lines) {
    const heading = line.heading ?? ''
    const group = groups.get(heading)
    if (group) group.push(line)
    else groups.set(heading, [line])
  }
  return [...groups]
}

const ReviewLines = ({ lines }: { lines: readonly ReviewLine[] }) => {
  const { t } = useTranslation()
  const words = useFigureWords()
  return (
    <ul className="review-lines">
      {lines.map(line => (
        <li key={line.orderItem} className="spread">
          <span>
            {line.name}
            {line.maxQuantity > 1 ? (
              <span className="muted">
                {` · ${t('form.quantityOf', { quantity: line.quantity ?? 0, max: line.maxQuantity })}`}
              </span>
            ) : null}
          </span>
          <span className="row-amount">{words(reviewFigure(line), line.currency) ?? '—'}</span>
        </li>
      ))}
    </ul>
  )
}

/** The whole request, to check before it is saved. */
export const RequestReview = ({ account, form, choices, lines }: RequestReviewProps) => {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const { time, until } = useSendTime(account)
  const reason = choices.reasons.find(each => each.id === form.reason)
  const refund = form.type === 'refund'
  const problem = ibanProblem(form)
  const iban = ibanWords(problem, t)
  const hasIban = form.iban.trim() !== ''
  const asSent = problem?.part === 'not-an-iban' ? form.iban.trim() : groupIban(form.iban)
  const hours = pickupHours({ start: form.pickupStart, end: form.pickupEnd }, t)
  return (
    <div className="stack" data-testid="request-summary">
      {groupByHeading(lines).map(([heading, ofHeading]) => (
        <section key={heading}>
          {heading === '' ? null : <h3>{heading}</h3>}
          <ReviewLines lines={ofHeading} />
        </section>
      ))}
      <RequestTotal lines={lines} />
      <Facts
        facts={[
          [t('form.type'), cancellationTypeWords(form.type, t)],
          [t('form.reason'), reason ? reasonText(reason, i18n.language) : null],
          [t('form.description'), form.description.trim()],
          [t('form.shippingCompany'), refund ? companyOf(choices, form.shippingCompany, t) : null],
          [t('form.pickupAddress'), refund ? addressOf(choices, form.pickupAddress) : null],
          [
            t('form.pickup'),
            refund && form.pickupDate !== ''
              ? [format.dateText(form.pickupDate, false), hours].filter(Boolean).join(' ')
              : null,
          ],
          [t('form.iban'), hasIban ? asSent : null],
          [t('form.holderName'), form.holderName.trim()],
          [t('form.loyaltyShort'), form.loyalty ? t('form.yes') : null],
        ]}
      />
      {iban ? <Notice tone="wait">{`${iban} ${t('form.ibanSentAsIs')}`}</Notice> : null}
      {hasIban && form.holderName.trim() === '' ? <Notice tone="wait">{t('form.noHolder')}</Notice> : null}
      <Notice tone={time === 'now' ? 'busy' : 'wait'} icon={time === 'now' ? Send : CloudOff} testId="request-when">
        {t(`form.goes.${time}`, { count: lines.length, time: format.time(until ?? Date.now()) })}
      </Notice>
    </div>
  )
}
