import { useTranslation } from 'react-i18next'
import type { LineEstimate } from '../../../../src-main/contract/entries.ts'
import { type Figure, partOf } from '../../../model/amounts.ts'
import { addMoney } from '../../../model/decimal.ts'
import { useFigureWords } from '../../common/services/figures.ts'

/** What the amount of a line to be asked for follows from. */
export interface EstimatedLine {
  readonly quantity: number | null
  readonly maxQuantity: number
  readonly line: LineEstimate
  readonly currency: string | null
}

/** A line of one piece, or of parts of a piece, is asked for as a whole; a field that was emptied asks for nothing known. */
export const reviewFigure = ({ line, quantity, maxQuantity, currency }: EstimatedLine): Figure | null => {
  if (maxQuantity > 1 && quantity === null) return null
  const amount = partOf(line, maxQuantity > 1 ? quantity : null, currency)
  return amount === null ? null : { kind: 'estimate', amount }
}

export interface Total {
  readonly currency: string | null
  /** Null when one of the amounts can't be worked out. */
  readonly figure: Figure | null
}

/** What all these lines come to, by currency. */
export const totalsOf = (lines: readonly EstimatedLine[]): readonly Total[] => {
  const keyOf = ({ currency }: EstimatedLine) => currency?.toLowerCase() ?? null
  return [...new Set(lines.map(keyOf))].map(currency => {
    const amounts = lines.filter(line => keyOf(line) === currency).map(line => reviewFigure(line)?.amount ?? null)
    const amount = addMoney(amounts)
    return { currency, figure: amount === null ? null : { kind: 'estimate', amount } }
  })
}

/** What the request is expected to give back. */
export const RequestTotal = ({ lines }: { lines: readonly EstimatedLine[] }) => {
  const { t } = useTranslation()
  const words = useFigureWords()
  const totals = totalsOf(lines)
  const [only] = totals
  return (
    <div
      className="request-total"
      data-testid="request-total"
      data-amount={totals.length === 1 ? (only?.figure?.amount ?? '') : ''}
    >
      <p className="spread">
        <span>{t('money.estimated')}</span>
        <strong>
          {totals.map(({ currency, figure }) => words(figure, currency) ?? t('money.cannotSay')).join(' + ')}
        </strong>
      </p>
      <p className="field-hint">{t('form.estimateNote')}</p>
    </div>
  )
}
