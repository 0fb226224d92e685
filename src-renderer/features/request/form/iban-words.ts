import type { TFunction } from 'i18next'
import type { IbanProblem } from '../../../ui/format/private-numbers.ts'

/** Which part of the IBAN is wrong, in words; null when nothing is. */
export const ibanWords = (problem: IbanProblem | null, t: TFunction): string | null =>
  problem === null
    ? null
    : t(`form.problem.iban.${problem.part}`, {
        country: problem.country,
        length: problem.length,
        wanted: problem.wanted ?? '?',
      })
