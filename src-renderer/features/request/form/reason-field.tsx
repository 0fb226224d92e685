import { useTranslation } from 'react-i18next'
import type { CancellationType } from '../../../../src-main/contract/commands.ts'
import type { CancellationReason } from '../../../../src-main/contract/resources.ts'
import { SelectField } from '../../../ui/field.tsx'
import { reasonText } from '../../common/words/reason-text.ts'
import { NoReasons, type ReasonList } from './no-reasons.tsx'

interface ReasonFieldProps {
  readonly type: CancellationType | ''
  /** As `reasonsFor` gives them: inactive ones only when there is no other. */
  readonly reasons: readonly CancellationReason[]
  readonly list: ReasonList
  readonly value: string
  readonly error: string | null
  readonly onChoose: (reason: string) => void
}

/**
 * The shop takes no request without a reason (API.md a.3), so one must be chosen. A shop that has switched all of them
 * off may still take one: that is its to say, and the form says what it knows.
 */
export const ReasonField = ({ type, reasons, list, value, error, onChoose }: ReasonFieldProps) => {
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
