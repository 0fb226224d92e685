import type { NamedAnswer } from './answer.ts'
import { envelopeAnswers } from './envelope.ts'
import { errorAnswers } from './errors.ts'
import { rowAnswers } from './rows.ts'
import { sessionAnswers } from './sessions.ts'
import { transportAnswers } from './transport.ts'
import { writeAnswers } from './writes.ts'

/** All named answers, in the groups in which the panel offers them. */
export const answerGroups = {
  transport: transportAnswers,
  envelope: envelopeAnswers,
  rows: rowAnswers,
  errors: errorAnswers,
  writes: writeAnswers,
  sessions: sessionAnswers,
} as const satisfies Record<string, readonly NamedAnswer[]>

export type AnswerGroup = keyof typeof answerGroups
export type AnswerName = (typeof answerGroups)[AnswerGroup][number]['name']

const all: readonly NamedAnswer[] = Object.values(answerGroups).flat()
const byName = new Map(all.map(answer => [answer.name, answer]))

export const answerNames = all.map(answer => answer.name) as [AnswerName, ...AnswerName[]]

/** The answer of this name, or undefined for the kind of another fault. */
export function answerNamed(name: string): NamedAnswer | undefined {
  return byName.get(name)
}
