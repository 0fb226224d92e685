import { CloudOff, Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../src-main/contract/accounts.ts'
import { groupIban } from '../../ui/format/iban.ts'
import { Notice } from '../../ui/notice.tsx'
import { Facts } from '../data/facts.tsx'
import { reasonText } from '../data/reason-text.ts'
import { cancellationTypeWords } from '../data/status-words.ts'
import { useOutbox } from '../data/use-entries.ts'
import { useFormat } from '../data/use-format.ts'
import { useSignals } from '../data/use-workspace.ts'
import { ibanWarning, type RequestForm } from './form.ts'
import { ibanWords } from './iban-words.ts'
import type { FormChoices } from './request-fields.tsx'

export interface ReviewLine {
  readonly orderItem: string
  /** Stands above the lines of one order where there are several orders. */
  readonly heading?: string
  readonly name: string
  readonly quantity: number | null
  readonly maxQuantity: number
  readonly price: string | null
  readonly currency: string | null
}

interface RequestReviewProps {
  readonly account: Account
  readonly form: RequestForm
  readonly choices: FormChoices
  readonly lines: readonly ReviewLine[]
}

const labelOf = (options: readonly { value: string; label: string }[], value: string) =>
  options.find(option => option.value === value)?.label ?? (value || null)

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
  const format = useFormat()
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
          <span className="row-amount">{format.money(line.price, line.currency) ?? '—'}</span>
        </li>
      ))}
    </ul>
  )
}

/** Everything that will be asked, once more, before it is saved. */
export const RequestReview = ({ account, form, choices, lines }: RequestReviewProps) => {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const { paused } = useOutbox()
  const signals = useSignals(account)
  const reason = choices.reasons.find(each => each.id === form.reason)
  const isPaused = paused.includes(account.id)
  const now = !isPaused && signals.session === 'signed-in' && signals.shop !== 'not-answering'
  const refund = form.type === 'refund'
  const problem = refund ? ibanWarning(form) : null
  const iban = ibanWords(problem, t)
  const asSent = problem?.part === 'not-an-iban' ? form.iban.trim() : groupIban(form.iban)
  return (
    <div className="stack" data-testid="request-summary">
      {groupByHeading(lines).map(([heading, ofHeading]) => (
        <section key={heading}>
          {heading === '' ? null : <h3>{heading}</h3>}
          <ReviewLines lines={ofHeading} />
        </section>
      ))}
      {refund || lines.some(line => line.quantity !== line.maxQuantity) ? (
        <p className="field-hint">{t('form.priceNote')}</p>
      ) : null}
      <Facts
        facts={[
          [t('form.type'), cancellationTypeWords(form.type, t)],
          [t('form.reason'), reason ? reasonText(reason, i18n.language) : null],
          [t('form.description'), form.description.trim()],
          [t('form.shippingCompany'), refund ? labelOf(choices.companies, form.shippingCompany) : null],
          [t('form.pickupAddress'), refund ? labelOf(choices.addresses, form.pickupAddress) : null],
          [
            t('form.pickup'),
            refund && form.pickupDate !== ''
              ? `${format.dateText(form.pickupDate, false)} ${form.pickupStart}–${form.pickupEnd}`
              : null,
          ],
          [t('form.iban'), refund && form.iban.trim() ? asSent : null],
          [t('form.holderName'), refund ? form.holderName.trim() : null],
          [t('form.loyaltyShort'), refund && form.loyalty ? t('form.yes') : null],
        ]}
      />
      {iban ? <Notice tone="wait">{iban}</Notice> : null}
      <Notice tone={now ? 'busy' : 'wait'} icon={now ? Send : CloudOff} testId="request-when">
        {now
          ? t('form.goesNow', { count: lines.length })
          : t(isPaused ? 'form.waitsPaused' : signals.session === 'signed-out' ? 'form.waitsSignedOut' : 'form.waits', {
              count: lines.length,
            })}
      </Notice>
    </div>
  )
}
