import { useTranslation } from 'react-i18next'
import type { CancellationType } from '../../../src-main/contract/commands.ts'
import type { Failure } from '../../../src-main/contract/failures.ts'
import { limits } from '../../../src-main/contract/limits.ts'
import type { CancellationReason } from '../../../src-main/contract/resources.ts'
import type { PayWay } from '../../model/pay-way.ts'
import { AreaField, SelectField } from '../../ui/field.tsx'
import { codeWords, errorOfField } from '../data/failure-words.ts'
import { cancellationTypeWords } from '../data/status-words.ts'
import { useLimit } from '../data/use-limit.ts'
import type { FormField, FormProblems, RequestForm } from './form.ts'
import { MoneyFields } from './money-fields.tsx'
import type { ReasonList } from './no-reasons.tsx'
import { type Option, reasonsFor } from './options.ts'
import { ReasonField } from './reason-field.tsx'
import { RefundFields } from './refund-fields.tsx'

export interface FormChoices {
  readonly types: readonly CancellationType[]
  readonly reasons: readonly CancellationReason[]
  readonly reasonList: ReasonList
  readonly companies: readonly Option[]
  readonly addresses: readonly Option[]
  /** How the orders were paid. */
  readonly payWay: PayWay
  /** Offered as the holder of an account. */
  readonly customerName: string | null
}

export interface FieldsProps {
  readonly form: RequestForm
  readonly choices: FormChoices
  readonly problems: FormProblems
  /** The shop's or the store's refusal, whose field errors stand beside the fields. */
  readonly failure: Failure | null
  readonly onChange: (change: Partial<RequestForm>) => void
}

const pickupCode = 'cancellation_request_100_8'

/** Our own check first, then what the shop said about the field. */
export const useFieldError = ({ problems, failure }: Pick<FieldsProps, 'problems' | 'failure'>) => {
  const { t } = useTranslation()
  return (field: FormField): string | null => {
    const problem = problems[field]
    // Its field says by how much.
    if (problem === 'tooLong') return null
    if (problem) return t(`form.problem.${problem}`)
    const said = errorOfField(failure, field, t)
    if (said) return said
    return field === 'pickup_address' && failure?.code === pickupCode ? codeWords(pickupCode, t) : null
  }
}

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
