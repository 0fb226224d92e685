import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { limits } from '../../../../src-main/contract/limits.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { useKept } from '../../common/services/use-kept.ts'
import { type Filled, fillTemplate, unknownVariables } from '../../common/words/template.ts'
import { type Situation, situations } from './situations.ts'
import type { TellSubject } from './subjects.ts'
import { type TellLanguage, tellLanguages, type Variable, valuesOf, variables } from './variables.ts'

/** Names of missing values, for people. */
export const missingNames = (holes: readonly string[], t: TFunction): string =>
  joinedTexts(
    variables.filter(name => holes.includes(name)).map((name: Variable) => t(`tell.variable.${name}`)),
    ', ',
  )

/** The sentences of a shop in any language, independent of the language of the app. */
export const useSentences = (shopId: string) => {
  const { i18n } = useTranslation()
  const own = useOwnWordings(shopId)
  const wordingOf = (situation: Situation, language: TellLanguage): string =>
    own.of(situation, language) ?? deliveredWording(situation, true, i18n.getFixedT(language))
  const fill = ({ toTell, facts }: TellSubject, language: TellLanguage): Filled | null =>
    toTell.kind === 'none'
      ? null
      : sentenceOf(
          own.of(toTell.situation, language) ??
            deliveredWording(toTell.situation, facts.figure !== null, i18n.getFixedT(language)),
          valuesOf(facts, language, i18n.getFixedT(language)),
        )
  return { own, wordingOf, fill }
}

/** Why a wording can't be saved. `unknown`: it has variables that do not exist. */
type WordingTrouble =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'unknown'; readonly names: readonly string[] }

export const troubleOf = (wording: string): WordingTrouble | null => {
  if (wording.trim() === '') return { kind: 'empty' }
  if (wording.length > limits.wording) return { kind: 'too-long' }
  const names = unknownVariables(wording, variables)
  return names.length > 0 ? { kind: 'unknown', names } : null
}

const known = new Set<string>(
  situations.flatMap(situation => tellLanguages.map(language => `${situation} ${language}`)),
)
const keyOf = (situation: Situation, language: TellLanguage): string => `${situation} ${language}`

type ByShop = Readonly<Record<string, Readonly<Record<string, string>>>>

/** By shop, then by situation and language. Wordings of other versions that this one can't fill are dropped. */
const wordingsSchema: z.ZodType<ByShop> = z.record(
  z.string(),
  z
    .record(z.string(), z.string())
    .transform(own =>
      Object.fromEntries(Object.entries(own).filter(([key, text]) => known.has(key) && !troubleOf(text))),
    ),
)

const asDelivered: ByShop = {}

interface OwnWordings {
  /** Null if the default is used. */
  readonly of: (situation: Situation, language: TellLanguage) => string | null
  readonly set: (situation: Situation, language: TellLanguage, wording: string | null) => void
}

/** A shop's own sentences, kept on this computer. */
const useOwnWordings = (shopId: string): OwnWordings => {
  const [all, setAll] = useKept('tell', wordingsSchema, asDelivered)
  const own = new Map(Object.entries(new Map(Object.entries(all)).get(shopId) ?? {}))
  return {
    of: (situation, language) => own.get(keyOf(situation, language)) ?? null,
    set: (situation, language, wording) => {
      const next = new Map(own)
      if (wording === null) next.delete(keyOf(situation, language))
      else next.set(keyOf(situation, language), wording)
      setAll({ ...all, [shopId]: Object.fromEntries(next) })
    },
  }
}

const namesAmount: ReadonlySet<Situation> = new Set([
  'approved-cancel',
  'approved-refund',
  'completed-cancel',
  'completed-refund',
])

/** The default sentence, without an amount if none can be calculated. */
export const deliveredWording = (situation: Situation, hasAmount: boolean, t: TFunction): string =>
  hasAmount || !namesAmount.has(situation)
    ? t(`tell.sentence.${situation}`)
    : t(`tell.sentenceWithoutAmount.${situation}`)

/** A sentence with its values, and the names of missing ones. */
export const sentenceOf = (wording: string, values: Readonly<Record<Variable, string | null>>): Filled =>
  fillTemplate(wording, values)
