import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { joinedTexts } from '../../../model/direction.ts'
import { enumText } from '../../../model/enum-text.ts'
import { Barcode } from '../../../ui/barcode.tsx'
import { formatDateText, formatDay, formatMoment } from '../../../ui/format/date.ts'
import { figureWords } from '../../common/services/figures.ts'
import { localeOf } from '../../common/services/use-format.ts'
import { carrierWords, pickupHours } from '../../common/words/record-words.ts'
import { cancellationTypeWords, requestStatusWords } from '../../common/words/status-words.ts'
import type { Slip, SlipLanguage, SlipPart, SlipState } from './slip-of.ts'
import './slip-paper.css'

export const slipFormats = ['a4', 'letter', 'roll'] as const
export type SlipFormat = (typeof slipFormats)[number]

/** What stays free around a slip on paper. */
export const slipMargins: Readonly<Record<SlipFormat, string>> = {
  a4: '16mm 18mm',
  letter: '16mm 18mm',
  roll: '4mm 4mm 6mm',
}

interface SlipPaperProps {
  readonly slip: Slip
  readonly format: SlipFormat
  readonly language: SlipLanguage
  /** The texts in the slip's language, which need not be the screen's. */
  readonly t: TFunction
  readonly printedAt: number
}

const stateWords = (state: SlipState, t: TFunction): { readonly title: string; readonly text: string | null } => {
  if (state.kind === 'on-its-way') {
    const name = state.state.toLowerCase().replaceAll('_', '-')
    return { title: t(`slip.state.${name}.title`), text: t(`slip.state.${name}.text`) }
  }
  const status = state.status && enumText(state.status) ? requestStatusWords(state.status, t) : null
  return { title: status ? t('slip.atShopWith', { status: status.text }) : t('slip.atShop'), text: null }
}

type Row = readonly [label: string, value: ReactNode]

const Rows = ({ rows }: { rows: readonly Row[] }) => (
  <dl className="slip-rows">
    {rows.map(([label, value]) =>
      value === null || value === undefined || value === '' ? null : (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ),
    )}
  </dl>
)

const pickupText = ({ pickup }: SlipPart, locale: string, t: TFunction): string | null => {
  if (!pickup) return null
  return joinedTexts([formatDateText(pickup.date, locale, false), pickupHours(pickup, t)], ', ') || null
}

const Code = ({ code, part, locale, t }: { code: string; part: SlipPart; locale: string; t: TFunction }) => (
  <div className="slip-code">
    <p className="slip-code-name">{t('request.easyReturnCode')}</p>
    <p className="slip-code-text" data-testid="slip-code">
      {code}
    </p>
    <Barcode text={code} label={t('request.barcodeOf', { code })} instead={null} />
    <p className="slip-small">
      {joinedTexts(
        [
          t('slip.codeAdvice'),
          part.returnUntil
            ? t('request.validUntil', { date: formatDateText(part.returnUntil, locale, false) ?? part.returnUntil })
            : null,
        ],
        ' · ',
      )}
    </p>
  </div>
)

const Part = ({ part, locale, t }: { part: SlipPart; locale: string; t: TFunction }) => {
  const state = stateWords(part.state, t)
  return (
    <section className="slip-part">
      <h2>{part.productName ?? t('order.namelessItem')}</h2>
      <div className="slip-state" data-confirmed={part.state.kind === 'at-shop'} data-testid="slip-state">
        <strong>{state.title}</strong>
        {state.text ? <span>{state.text}</span> : null}
      </div>
      <Rows
        rows={[
          [t('form.type'), cancellationTypeWords(part.type, t)],
          [t('order.quantity'), part.quantity],
          [t('form.reason'), part.reason],
          [t('slip.amount'), figureWords(part.figure, part.currency, locale, t)],
          [t('slip.request'), part.requestId ? `#${part.requestId}` : null],
          [t('slip.reference'), part.reference],
          [t('form.shippingCompany'), carrierWords(part.carrier, t)],
          [t('form.pickupAddress'), part.pickupAddress],
          [t('form.pickup'), pickupText(part, locale, t)],
          [t('form.iban'), part.maskedIban],
        ]}
      />
      {part.returnCode ? <Code code={part.returnCode} part={part} locale={locale} t={t} /> : null}
    </section>
  )
}

const madeText = (madeAt: Slip['madeAt'], locale: string): string | null =>
  typeof madeAt === 'number' ? formatMoment(madeAt, locale) : formatDateText(madeAt, locale)

/** The slip at its true size: on the screen for a preview, and alone on the paper. Black on white in every theme. */
export const SlipPaper = ({ slip, format, language, t, printedAt }: SlipPaperProps) => {
  const locale = localeOf(language)
  return (
    <article className="slip" data-format={format} data-testid="slip" lang={language}>
      <header>
        <p className="slip-shop">{slip.shopName ?? t('outbox.accountGone')}</p>
        <h1>{t('slip.title')}</h1>
      </header>
      <Rows
        rows={[
          [t('slip.order'), slip.orderNumber],
          [t('slip.customer'), slip.customerName],
          [t('slip.made'), madeText(slip.madeAt, locale)],
        ]}
      />
      {slip.parts.map(part => (
        <Part key={part.key} part={part} locale={locale} t={t} />
      ))}
      <footer>
        <p>{t('slip.amountNote')}</p>
        <p>{t('slip.noFiscal', { date: formatDay(printedAt, locale) })}</p>
      </footer>
    </article>
  )
}
