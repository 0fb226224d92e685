import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { joinedTexts } from '../../../model/direction.ts'
import type { Filled } from '../../common/words/template.ts'
import type { Situation } from './situations.ts'
import type { TellSubject } from './subjects.ts'
import { type TellLanguage, type Variable, valuesOf, variables } from './variables.ts'
import { deliveredWording, sentenceOf, useOwnWordings } from './wordings.ts'

/** Names of missing values, for people. */
export const missingNames = (holes: readonly string[], t: TFunction): string =>
  joinedTexts(
    variables.filter(name => holes.includes(name)).map((name: Variable) => t(`tell.variable.${name}`)),
    ', ',
  )

/** The sentences of a shop, in any language, whatever the screen speaks. */
export const useSentences = (shopId: string) => {
  const { i18n } = useTranslation()
  const own = useOwnWordings(shopId)
  const wordingOf = (situation: Situation, language: TellLanguage): string =>
    own.of(situation, language) ?? deliveredWording(situation, true, i18n.getFixedT(language))
  const fill = ({ told, facts }: TellSubject, language: TellLanguage): Filled | null =>
    told.kind === 'none'
      ? null
      : sentenceOf(
          own.of(told.situation, language) ??
            deliveredWording(told.situation, facts.figure !== null, i18n.getFixedT(language)),
          valuesOf(facts, language, i18n.getFixedT(language)),
        )
  return { own, wordingOf, fill }
}
