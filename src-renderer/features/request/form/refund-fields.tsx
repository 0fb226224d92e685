import { useTranslation } from 'react-i18next'
import { DateField, SelectField, TimeField } from '../../../ui/field.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { type FieldsProps, useFieldError } from './fields.ts'

/** How the goods come back. Only a refund has these. */
export const RefundFields = (props: FieldsProps) => {
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
