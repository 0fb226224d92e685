import { useTranslation } from 'react-i18next'
import { CheckField, SelectField, TextField } from '../../ui/field.tsx'
import { groupIban } from '../../ui/format/iban.ts'
import { useFormat } from '../data/use-format.ts'
import { ibanWarning } from './form.ts'
import { ibanWords } from './iban-words.ts'
import { type FieldsProps, useFieldError } from './request-fields.tsx'

/** How the goods come back and where the money goes. Only a refund has these. */
export const RefundFields = (props: FieldsProps) => {
  const { form, choices, onChange } = props
  const { t } = useTranslation()
  const format = useFormat()
  const errorOf = useFieldError(props)
  const iban = ibanWarning(form)
  return (
    <>
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
          <TextField
            label={t('form.pickupDate')}
            testId="request-pickup-date"
            type="date"
            value={form.pickupDate}
            hint={form.pickupDate === '' ? null : format.weekday(form.pickupDate)}
            error={errorOf('pickup_date')}
            onChange={event => onChange({ pickupDate: event.target.value })}
          />
          <TextField
            label={t('form.pickupStart')}
            testId="request-pickup-start"
            type="time"
            value={form.pickupStart}
            onChange={event => onChange({ pickupStart: event.target.value })}
          />
          <TextField
            label={t('form.pickupEnd')}
            testId="request-pickup-end"
            type="time"
            value={form.pickupEnd}
            onChange={event => onChange({ pickupEnd: event.target.value })}
          />
        </div>
      </fieldset>
      <fieldset className="form-group">
        <legend>{t('form.money')}</legend>
        <TextField
          label={t('form.iban')}
          testId="request-iban"
          value={form.iban}
          placeholder="TR.. .... .... .... .... .... .."
          error={errorOf('iban')}
          warning={ibanWords(iban, t)}
          onChange={event => onChange({ iban: event.target.value })}
          onBlur={() => {
            if (iban?.part !== 'not-an-iban' && form.iban.trim() !== '') onChange({ iban: groupIban(form.iban) })
          }}
        />
        <TextField
          label={t('form.holderName')}
          testId="request-holder-name"
          value={form.holderName}
          error={errorOf('holder_name')}
          onChange={event => onChange({ holderName: event.target.value })}
        />
        <CheckField
          label={t('form.loyalty')}
          testId="request-loyalty"
          checked={form.loyalty}
          onChange={event => onChange({ loyalty: event.target.checked })}
        />
      </fieldset>
    </>
  )
}
