import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { useFigureWords } from '../../common/services/figures.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { durationWords } from './duration.ts'
import { type DayOfAccount, outcomes, sumFigure } from './summary-of.ts'

const counted = ['made', 'sent', ...outcomes] as const

interface DaysTableProps {
  readonly days: readonly DayOfAccount[]
  readonly accounts: readonly Account[]
}

/** Who made how many on which day, and what became of them. */
export const DaysTable = ({ days, accounts }: DaysTableProps) => {
  const { t } = useTranslation()
  const words = useFigureWords()
  const format = useFormat()
  const nameOf = (accountId: string) => {
    const account = accounts.find(each => each.id === accountId)
    return account ? joinedTexts([account.label, account.shop.name], ' · ') : t('outbox.accountGone')
  }
  return (
    <section className="card card-body summary-card summary-wide">
      <h2>{t('summary.byDay')}</h2>
      <div className="summary-scroll">
        <table className="summary-days" data-testid="summary-days">
          <thead>
            <tr>
              <th scope="col">{t('summary.column.day')}</th>
              <th scope="col">{t('summary.column.account')}</th>
              {counted.map(name => (
                <th key={name} scope="col" className="summary-right">
                  {t(`summary.count.${name}`)}
                </th>
              ))}
              <th scope="col" className="summary-right">
                {t('summary.median')}
              </th>
              <th scope="col" className="summary-right">
                {t('summary.amounts')}
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map(day => (
              <tr key={`${day.day} ${day.accountId}`}>
                <th scope="row">{format.day(day.day)}</th>
                <td>{nameOf(day.accountId)}</td>
                {counted.map(name => (
                  <td key={name} className="summary-right" data-label={t(`summary.count.${name}`)}>
                    {format.count(day[name])}
                  </td>
                ))}
                <td className="summary-right" data-label={t('summary.median')}>
                  {day.medianMs === null ? '–' : durationWords(day.medianMs, t)}
                </td>
                <td className="summary-right" data-label={t('summary.amounts')}>
                  {day.amounts.map(amount => (
                    <span key={amount.currency} className="summary-amount">
                      {words(sumFigure(amount), amount.currency) ?? '–'}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
