import { useTranslation } from 'react-i18next'
import type { LineEstimate } from '../../../../src-main/contract/entries.ts'
import { type Figure, partOf } from '../../../model/amounts.ts'
import { addMoney } from '../../../model/decimal.ts'
import { useFigureWords } from '../../common/services/figures.ts'

/** What the estimated amount of a line is calculated from. */
export interface EstimatedLine {
  readonly quantity: number | null
  readonly maxQuantity: number
  /** The estimate for the whole line, with its number of pieces. */
  readonly line: LineEstimate
  readonly currency: string | null
}

/** The amount of a line. One piece or less counts as a whole line; an empty quantity gives null. */
export const reviewFigure = ({ line, quantity, maxQuantity, currency }: EstimatedLine): Figure | null => {
  if (maxQuantity > 1 && quantity === null) return null
  const amount = partOf(line, maxQuantity > 1 ? quantity : null, currency)
  return amount === null ? null : { kind: 'estimate', amount }
}

export interface Total {
  readonly currency: string | null
  /** Null if one of the amounts can't be calculated. */
  readonly figure: Figure | null
}

/** The sums of these lines by currency. */
export const totalsOf = (lines: readonly EstimatedLine[]): readonly Total[] => {
  const keyOf = ({ currency }: EstimatedLine) => currency?.toLowerCase() ?? null
  return [...new Set(lines.map(keyOf))].map(currency => {
    const amounts = lines.filter(line => keyOf(line) === currency).map(line => reviewFigure(line)?.amount ?? null)
    const amount = addMoney(amounts)
    return { currency, figure: amount === null ? null : { kind: 'estimate', amount } }
  })
}

/** The expected refund. */
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
