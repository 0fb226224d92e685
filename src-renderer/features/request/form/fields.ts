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

/** Which part of the IBAN is wrong, in words; null when nothing is. */
export const ibanWords = (problem: IbanProblem | null, t: TFunction): string | null =>
  problem === null
    ? null
    : t(`form.problem.iban.${problem.part}`, {
        country: problem.country,
        length: problem.length,
        wanted: problem.wanted ?? '?',
      })
