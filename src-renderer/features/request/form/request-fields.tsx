import type { TFunction } from 'i18next'
import { CircleAlert, Coins, Landmark, RefreshCw, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CancellationType } from '../../../../src-main/contract/commands.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { limits } from '../../../../src-main/contract/limits.ts'
import type { CancellationReason } from '../../../../src-main/contract/resources.ts'
import { Button } from '../../../ui/button.tsx'
import { AreaField, CheckField, DateField, SelectField, TextField, TimeField } from '../../../ui/field.tsx'
import { groupIban, type IbanProblem } from '../../../ui/format/private-numbers.ts'
import { Notice } from '../../../ui/notice.tsx'
import { ReadTrouble } from '../../common/parts/read-trouble.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { useLimit } from '../../common/services/use-limit.ts'
import { codeWords, errorOfField } from '../../common/words/failure-words.ts'
import { reasonText } from '../../common/words/record-words.ts'
import { cancellationTypeWords } from '../../common/words/status-words.ts'
import { type FormChoices, type ReasonList, reasonsFor } from './choices.ts'
import { type FormField, type FormProblems, ibanProblem, ibanToSend, isPaidTwice, type RequestForm } from './form.ts'

const typeOf = (value: string): RequestForm['type'] => (value === 'cancel' || value === 'refund' ? value : '')

export const RequestFields = (props: FieldsProps) => {
  const { form, choices, onChange } = props
  const { t } = useTranslation()
  const errorOf = useFieldError(props)
  const description = useLimit()(form.description.trim(), limits.description)
  const reasons = reasonsFor(choices.reasons, form.type)
  const reason = reasons.find(each => each.id === form.reason)
  const needsMore = reason?.extra_information_needed === true
  return (
    <div className="stack">
      <SelectField
        label={t('form.type')}
        testId="request-type"
        value={form.type}
        error={errorOf('cancellation_type')}
        onChange={event => onChange({ type: typeOf(event.target.value), reason: '' })}
      >
        {choices.types.length === 1 ? null : <option value="">{t('form.choose')}</option>}
        {choices.types.map(type => (
          <option key={type} value={type}>
            {cancellationTypeWords(type, t)}
          </option>
        ))}
      </SelectField>
      <ReasonField
        type={form.type}
        reasons={reasons}
        list={choices.reasonList}
        value={form.reason}
        error={errorOf('reason')}
        onChoose={chosen => onChange({ reason: chosen })}
      />
      <AreaField
        label={needsMore ? t('form.descriptionNeeded') : t('form.description')}
        testId="request-description"
        value={form.description}
        error={description.error ?? errorOf('description')}
        counter={description.counter}
        rows={2}
        onText={description => onChange({ description })}
      />
      {form.type === 'refund' ? <RefundFields {...props} /> : null}
      {form.type === '' ? null : <MoneyFields {...props} />}
    </div>
  )
}

interface ReasonFieldProps {
  readonly type: CancellationType | ''
  /** From `reasonsFor`: inactive ones only if there are no others. */
  readonly reasons: readonly CancellationReason[]
  readonly list: ReasonList
  readonly value: string
  readonly error: string | null
  readonly onChoose: (reason: string) => void
}

/**
 * The shop accepts no request without a reason. If all reasons are inactive, they are offered with a hint, because the
 * shop may still accept them.
 */
const ReasonField = ({ type, reasons, list, value, error, onChoose }: ReasonFieldProps) => {
  const { t, i18n } = useTranslation()
  if (type !== '' && reasons.length === 0) return <NoReasons type={type} list={list} error={error} />
  const isLost = !reasons.some(each => each.id === value)
  return (
    <SelectField
      label={t('form.reason')}
      testId="request-reason"
      value={isLost ? '' : value}
      error={error}
      hint={reasons.some(isInactive) ? t('form.reasons.onlyInactive') : null}
      onChange={event => onChoose(event.target.value)}
    >
      <option value="">{t('form.choose')}</option>
      {reasons.map(each => (
        <option key={each.id} value={each.id} data-active={!isInactive(each)}>
          {isInactive(each)
            ? t('form.reasons.inactive', { reason: reasonText(each, i18n.language) })
            : reasonText(each, i18n.language)}
        </option>
      ))}
    </SelectField>
  )
}

const isInactive = (reason: CancellationReason): boolean => reason.is_active === false

/** How the goods come back. For refunds only. */
const RefundFields = (props: FieldsProps) => {
  const { form, choices, onChange } = props
  const { t } = useTranslation()
  const format = useFormat()
  const errorOf = useFieldError(props)
  return (
    <fieldset className="form-group">
      <legend>{t('form.sendingBack')}</legend>
      <SelectField
        label={t('form.shippingCompany')}
        testId="request-shipping-company"
        value={form.shippingCompany}
        error={errorOf('shipping_company')}
        hint={choices.companies.length === 0 ? t('form.noCompanies') : null}
        onChange={event => onChange({ shippingCompany: event.target.value })}
      >
        <option value="">{t('form.notChosen')}</option>
        {choices.companies.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('form.pickupAddress')}
        testId="request-pickup-address"
        value={form.pickupAddress}
        error={errorOf('pickup_address')}
        onChange={event => onChange({ pickupAddress: event.target.value })}
      >
        <option value="">{t('form.notChosen')}</option>
        {choices.addresses.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <div className="form-pickup">
        <DateField
          label={t('form.pickupDate')}
          testId="request-pickup-date"
          calendarLabel={t('action.openCalendar')}
          value={form.pickupDate}
          hint={form.pickupDate === '' ? null : format.weekday(form.pickupDate)}
          error={errorOf('pickup_date')}
          onDay={pickupDate => onChange({ pickupDate })}
        />
        <TimeField
          label={t('form.pickupStart')}
          testId="request-pickup-start"
          value={form.pickupStart}
          onTime={pickupStart => onChange({ pickupStart })}
        />
        <TimeField
          label={t('form.pickupEnd')}
          testId="request-pickup-end"
          value={form.pickupEnd}
          onTime={pickupEnd => onChange({ pickupEnd })}
        />
      </div>
    </fieldset>
  )
}

interface NoReasonsProps {
  readonly type: CancellationType
  readonly list: ReasonList
  /** The error of the reason field. */
  readonly error: string | null
}

/** Replaces the reason field if there are no reasons: explains why, and offers to load them. */
const NoReasons = ({ type, list, error }: NoReasonsProps) => {
  const { t } = useTranslation()
  const { account, isRead, pull, read } = list
  const isReading = pull.kind === 'running'
  const again = (
    <Button small icon={RefreshCw} testId="reasons-retry" busy={isReading} onClick={read}>
      {t(isReading ? 'form.reasons.reading' : 'form.reasons.again')}
    </Button>
  )
  const isMissing = pull.kind === 'failed' && pull.failure.kind === 'not-found'
  const text = isRead ? t(`form.reasons.none.${type}`) : t(isMissing ? 'form.reasons.noList' : 'form.reasons.notRead')
  return (
    <div className="field" data-testid="reasons-missing" data-read={isRead}>
      <span className="field-label">{t('form.reason')}</span>
      {pull.kind === 'failed' ? (
        <>
          <p className="muted">{text}</p>
          <ReadTrouble account={account} why={pull.failure} actions={again} />
        </>
      ) : (
        <Notice tone="wait" role="status" actions={again}>
          {text}
        </Notice>
      )}
      {error ? (
        <span className="field-error" role="alert">
          <CircleAlert className="icon" aria-hidden />
          {error}
        </span>
      ) : null}
    </div>
  )
}

/** Where the money goes. The hint depends on the payment: a bank transfer can't be refunded without an IBAN. */
const MoneyFields = (props: FieldsProps) => {
  const { form, choices, problems, onChange } = props
  const { t } = useTranslation()
  const errorOf = useFieldError(props)
  const limitOf = useLimit()
  const problem = ibanProblem(form)
  const iban = limitOf(ibanToSend(form), limits.iban)
  const holder = limitOf(form.holderName.trim(), limits.holderName)
  const hasIban = form.iban.trim() !== ''
  const hasHolder = form.holderName.trim() !== ''
  const words = ibanWords(problem, t)
  // A warning while typing; an error once the form was checked.
  const ibanError = problems.iban === 'ibanWrong' ? words : errorOf('iban')
  const loyaltyError = errorOf('fully_refund_as_loyalty_money')
  const isStopped = problem !== null || problems.holder_name === 'holderMissing'
  return (
    <fieldset className="form-group">
      <legend>{t('form.money')}</legend>
      <p className="field-hint" data-testid="request-pay-way" data-way={choices.payWay}>
        {t(`form.payWay.${choices.payWay}`)}
      </p>
      <TextField
        label={t('form.iban')}
        testId="request-iban"
        value={form.iban}
        placeholder="TR.. .... .... .... .... .... .."
        error={iban.error ?? ibanError}
        counter={iban.counter}
        warning={ibanError ? null : words}
        onChange={event => onChange({ iban: event.target.value, ibanAsIs: false })}
        onBlur={() => {
          if (problem?.part !== 'not-an-iban' && hasIban) onChange({ iban: groupIban(form.iban) })
        }}
      />
      <TextField
        label={hasIban ? t('form.holderNeeded') : t('form.holderName')}
        testId="request-holder-name"
        value={form.holderName}
        error={holder.error ?? errorOf('holder_name')}
        counter={holder.counter}
        warning={hasHolder && !hasIban ? t('form.holderAlone') : null}
        onChange={event => onChange({ holderName: event.target.value })}
      />
      {hasIban && !hasHolder && choices.customerName !== null ? (
        <Button
          small
          className="form-offer"
          icon={UserRound}
          testId="request-holder-offer"
          onClick={() => onChange({ holderName: choices.customerName ?? '' })}
        >
          {t('form.holderOffer', { name: choices.customerName })}
        </Button>
      ) : null}
      {hasIban && (isStopped || form.ibanAsIs) ? (
        <CheckField
          label={t('form.ibanAsIs')}
          testId="request-iban-override"
          checked={form.ibanAsIs}
          onChange={event => onChange({ ibanAsIs: event.target.checked })}
        />
      ) : null}
      <CheckField
        label={t('form.loyalty')}
        testId="request-loyalty"
        checked={form.loyalty}
        aria-invalid={isPaidTwice(form)}
        onChange={event => onChange({ loyalty: event.target.checked })}
      />
      {loyaltyError && !isPaidTwice(form) ? (
        <p className="field-error" role="alert">
          {loyaltyError}
        </p>
      ) : null}
      {isPaidTwice(form) ? (
        <Notice
          tone="bad"
          role="alert"
          testId="request-paid-twice"
          actions={
            <>
              <Button small icon={Landmark} onClick={() => onChange({ loyalty: false })}>
                {t('form.payToIban')}
              </Button>
              <Button small icon={Coins} onClick={() => onChange({ iban: '', holderName: '', ibanAsIs: false })}>
                {t('form.payAsLoyalty')}
              </Button>
            </>
          }
        >
          {t('form.problem.ibanAndLoyalty')}
        </Notice>
      ) : null}
    </fieldset>
  )
}

interface FieldsProps {
  readonly form: RequestForm
  readonly choices: FormChoices
  readonly problems: FormProblems
  /** The failure from the shop or the database. Its field errors are shown at the fields. */
  readonly failure: Failure | null
  readonly onChange: (change: Partial<RequestForm>) => void
}

const pickupCode = 'cancellation_request_100_8'

/** The error of a field: from the app's own check, else from the shop. */
const useFieldError = ({ problems, failure }: Pick<FieldsProps, 'problems' | 'failure'>) => {
  const { t } = useTranslation()
  return (field: FormField): string | null => {
    const problem = problems[field]
    // The field itself shows by how much.
    if (problem === 'tooLong') return null
    if (problem) return t(`form.problem.${problem}`)
    const shopError = errorOfField(failure, field, t)
    if (shopError) return shopError
    return field === 'pickup_address' && failure?.code === pickupCode ? codeWords(pickupCode, t) : null
  }
}

/** A sentence about the part of the IBAN that is wrong; null if it is valid. */
export const ibanWords = (problem: IbanProblem | null, t: TFunction): string | null =>
  problem === null
    ? null
    : t(`form.problem.iban.${problem.part}`, {
        country: problem.country,
        length: problem.length,
        wanted: problem.wanted ?? '?',
      })
