import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { EasyReturn } from '../../../../src-main/contract/resources.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { enumText } from '../../../model/enum-text.ts'
import { CopyButton } from '../../../ui/copy.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { carrierWords } from '../../common/words/record-words.ts'
import './requests.css'

// The encoder is large, and only this card needs it.
const Barcode = lazy(() => import('../../../ui/barcode.tsx').then(module => ({ default: module.Barcode })))

/** The return code for the parcel, to read out, to copy and to scan from the screen. */
export const ReturnCode = ({ back }: { back: EasyReturn }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const { code } = back
  if (!code) return null
  const more = [
    carrierWords(enumText(back.shipping_company), t),
    back.end_date ? t('request.validUntil', { date: format.dateText(back.end_date, false) }) : null,
  ].filter(Boolean)
  return (
    <section className="card card-body return-code" aria-label={t('request.easyReturnCode')}>
      <span className="muted">{t('request.easyReturnCode')}</span>
      <Suspense fallback={<div className="barcode-place" />}>
        <Barcode
          text={code}
          label={t('request.barcodeOf', { code })}
          instead={<span className="muted">{t('request.noBarcode')}</span>}
        />
      </Suspense>
      <span className="cluster">
        <span className="return-code-text mono" data-testid="easy-return-code">
          {code}
        </span>
        <CopyButton text={code} label={t('action.copyCode')} doneLabel={t('action.copied')} />
      </span>
      {more.length > 0 ? <span className="muted">{joinedTexts(more, ' · ')}</span> : null}
    </section>
  )
}
