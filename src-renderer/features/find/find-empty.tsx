import { useTranslation } from 'react-i18next'

/** Why nothing stands in the box: nothing typed and nothing opened before, still reading, or nothing found. */
export const FindEmpty = ({ typed, loaded }: { typed: boolean; loaded: boolean }) => {
  const { t } = useTranslation()
  const why = !loaded ? 'loading' : typed ? 'nothing' : 'start'
  return (
    <div className="find-none" data-testid="find-empty" data-why={why}>
      <p className="strong">{t(`find.none.${why}.title`)}</p>
      <p className="muted">{t(`find.none.${why}.text`)}</p>
    </div>
  )
}
