import { useTranslation } from 'react-i18next'
import { limits } from '../../../../src-main/contract/limits.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { Button } from '../../../ui/button.tsx'
import { AreaField } from '../../../ui/field.tsx'
import { useTyped } from '../../../ui/use-typed.ts'
import { useLimit } from '../../common/services/use-limit.ts'
import { type TellLanguage, variables } from './variables.ts'
import { troubleOf } from './wordings.ts'

interface WordingEditorProps {
  readonly language: TellLanguage
  readonly first: string
  readonly isOwn: boolean
  /** Null: as delivered. */
  readonly onSave: (wording: string | null) => void
  readonly onCancel: () => void
}

/** A shop's own wording of a sentence. A name that nothing fills is refused here, not in front of the customer. */
export const WordingEditor = ({ language, first, isOwn, onSave, onCancel }: WordingEditorProps) => {
  const { t } = useTranslation()
  const [wording, type, forget] = useTyped(`wording ${language} ${first}`, first)
  const leave = (then: () => void) => {
    forget()
    then()
  }
  const trouble = troubleOf(wording)
  const limit = useLimit()(wording, limits.wording)
  const names =
    trouble?.kind === 'unknown'
      ? joinedTexts(
          trouble.names.map(name => `{${name}}`),
          ', ',
        )
      : ''
  return (
    <section className="tell-side" data-testid="tell-editor" data-language={language}>
      <AreaField
        label={t('tell.wording', { language: t(`tell.language.${language}`) })}
        hint={t('tell.wordingHint')}
        testId="tell-wording"
        lang={language}
        rows={7}
        value={wording}
        onText={text => type(() => text)}
        error={limit.error ?? (trouble ? t(`tell.trouble.${trouble.kind}`, { names }) : null)}
        counter={limit.counter}
      />
      <div className="tell-variables">
        {variables.map(name => (
          <button
            key={name}
            type="button"
            className="tell-variable"
            title={`{${name}}`}
            aria-label={t('tell.insert', { name: t(`tell.variable.${name}`) })}
            onClick={() => type(before => `${before}{${name}}`)}
          >
            {t(`tell.variable.${name}`)}
          </button>
        ))}
      </div>
      <div className="cluster">
        <Button
          small
          variant="primary"
          testId="tell-save"
          disabled={trouble !== null}
          onClick={() => leave(() => onSave(wording === first && !isOwn ? null : wording))}
        >
          {t('tell.save')}
        </Button>
        <Button small onClick={() => leave(onCancel)}>
          {t('action.cancel')}
        </Button>
        {isOwn ? (
          <Button small variant="ghost" testId="tell-reset" onClick={() => leave(() => onSave(null))}>
            {t('tell.reset')}
          </Button>
        ) : null}
      </div>
    </section>
  )
}
