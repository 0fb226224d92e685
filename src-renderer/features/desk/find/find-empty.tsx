import { useTranslation } from 'react-i18next'

/** Why no result stands in the box: nothing typed and nothing opened before, still reading, or nothing like that here. */
export const FindEmpty = ({ typed, loaded, atShop }: { typed: boolean; loaded: boolean; atShop: boolean }) => {
  const { t } = useTranslation()
  const why = !loaded ? 'loading' : !typed ? 'start' : atShop ? 'atShop' : 'nothing'
  return (
    <div className="find-none" data-testid="find-empty" data-why={why}>
      <p className="strong">{t(`find.none.${why}.title`)}</p>
      <p className="muted">{t(`find.none.${why}.text`)}</p>
    </div>
  )
}
