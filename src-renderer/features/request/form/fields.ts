import { useTranslation } from 'react-i18next'
import type { CancellationType } from '../../../../src-main/contract/commands.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { CancellationReason } from '../../../../src-main/contract/resources.ts'
import type { PayWay } from '../../../model/priced-order.ts'
import { codeWords, errorOfField } from '../../common/words/failure-words.ts'
import type { FormField, FormProblems, RequestForm } from './form.ts'
import type { ReasonList } from './no-reasons.tsx'
import type { Option } from './options.ts'

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
