import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { IbanProblem } from '../../../ui/format/private-numbers.ts'
import { codeWords, errorOfField } from '../../common/words/failure-words.ts'
import type { FormChoices } from './choices.ts'
import type { FormField, FormProblems, RequestForm } from './form.ts'

export interface FieldsProps {
  readonly form: RequestForm
  readonly choices: FormChoices
  readonly problems: FormProblems
  /** The failure from the shop or the database. Its field errors are shown at the fields. */
  readonly failure: Failure | null
  readonly onChange: (change: Partial<RequestForm>) => void
}

const pickupCode = 'cancellation_request_100_8'

/** The error of a field: from the app's own check, else from the shop. */
export const useFieldError = ({ problems, failure }: Pick<FieldsProps, 'problems' | 'failure'>) => {
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
