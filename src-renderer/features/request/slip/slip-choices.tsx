import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { joinedTexts } from '../../../model/direction.ts'
import { SelectField } from '../../../ui/field.tsx'
import { cancellationTypeWords } from '../../common/words/status-words.ts'
import type { SlipPart } from './slip-of.ts'
import { slipFormats } from './slip-paper.tsx'

/** `customer`: the language of the order, where the shop says it. */
const languages = ['customer', 'tr', 'en'] as const

export const choicesSchema = z.object({ format: z.enum(slipFormats), language: z.enum(languages) })
export type Choices = z.infer<typeof choicesSchema>
export const asDelivered: Choices = { format: 'a4', language: 'customer' }

interface SlipChoicesProps {
  readonly choices: Choices
  readonly onChange: (change: Partial<Choices>) => void
}

/** The paper and the language. */
export const SlipChoices = ({ choices, onChange }: SlipChoicesProps) => {
  const { t } = useTranslation()
  return (
    <>
      <SelectField
        label={t('slip.format')}
        testId="slip-format"
        value={choices.format}
        onChange={event => onChange({ format: slipFormats.find(each => each === event.target.value) ?? 'a4' })}
      >
        {slipFormats.map(each => (
          <option key={each} value={each}>
            {t(`slip.formats.${each}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('slip.language')}
        testId="slip-language"
        value={choices.language}
        onChange={event => onChange({ language: languages.find(each => each === event.target.value) ?? 'customer' })}
      >
        {languages.map(each => (
          <option key={each} value={each}>
            {t(`slip.languages.${each}`)}
          </option>
        ))}
      </SelectField>
    </>
  )
}

interface SlipWhichProps {
  readonly parts: readonly SlipPart[]
  /** A part's key; empty for all. */
  readonly only: string
  readonly onOnly: (only: string) => void
}

/** All of the requests on one slip, or one of them. */
export const SlipWhich = ({ parts, only, onOnly }: SlipWhichProps) => {
  const { t } = useTranslation()
  return (
    <SelectField
      label={t('slip.which')}
      testId="slip-which"
      value={only}
      onChange={event => onOnly(event.target.value)}
    >
      <option value="">{t('slip.all', { count: parts.length })}</option>
      {parts.map(part => (
        <option key={part.key} value={part.key}>
          {joinedTexts([cancellationTypeWords(part.type, t), part.productName], ' · ')}
        </option>
      ))}
    </SelectField>
  )
}
