import { Coins, Landmark, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { limits } from '../../../../src-main/contract/limits.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField, TextField } from '../../../ui/field.tsx'
import { groupIban } from '../../../ui/format/private-numbers.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useLimit } from '../../common/services/use-limit.ts'
import { type FieldsProps, ibanWords, useFieldError } from './fields.ts'
import { ibanProblem, ibanToSend, isPaidTwice } from './form.ts'

/** Where the money goes. The hint depends on the payment: a bank transfer can't be refunded without an IBAN. */
export const MoneyFields = (props: FieldsProps) => {
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
