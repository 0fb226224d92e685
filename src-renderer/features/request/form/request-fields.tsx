import { useTranslation } from 'react-i18next'
import { limits } from '../../../../src-main/contract/limits.ts'
import { AreaField, SelectField } from '../../../ui/field.tsx'
import { useLimit } from '../../common/services/use-limit.ts'
import { cancellationTypeWords } from '../../common/words/status-words.ts'
import { type FieldsProps, useFieldError } from './fields.ts'
import type { RequestForm } from './form.ts'
import { MoneyFields } from './money-fields.tsx'
import { reasonsFor } from './options.ts'
import { ReasonField } from './reason-field.tsx'
import { RefundFields } from './refund-fields.tsx'

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
