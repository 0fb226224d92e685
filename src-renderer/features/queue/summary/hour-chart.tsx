import { useTranslation } from 'react-i18next'
import { useFormat } from '../../common/services/use-format.ts'

const width = 24
const bar = 16
const height = 96
const foot = 20
const head = 18

/** How many requests each hour brought; the same numbers as a table for whoever reads rather than sees. */
export const HourChart = ({ hours }: { hours: readonly number[] }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const most = Math.max(1, ...hours)
  const busy = hours.flatMap((count, hour) => (count > 0 ? [{ hour, count }] : []))
  const name = (hour: number) => String(hour).padStart(2, '0')
  return (
    <section className="card card-body summary-card" data-testid="summary-hours">
      <h2>{t('summary.byHour')}</h2>
      <svg
        className="summary-hours"
        role="img"
        aria-label={t('summary.byHour')}
        viewBox={`0 0 ${24 * width} ${head + height + foot}`}
      >
        <title>{t('summary.byHour')}</title>
        <line x1="0" x2={24 * width} y1={head + height + 0.5} y2={head + height + 0.5} />
        {busy.map(({ hour, count }) => {
          const tall = (count / most) * height
          const x = hour * width
          return (
            <g key={hour}>
              <rect x={x + (width - bar) / 2} y={head + height - tall} width={bar} height={tall} />
              <text x={x + width / 2} y={head + height - tall - 4} textAnchor="middle">
                {format.count(count)}
              </text>
            </g>
          )
        })}
        {[0, 3, 6, 9, 12, 15, 18, 21].map(hour => (
          <text
            key={hour}
            className="summary-hour"
            x={hour * width + width / 2}
            y={head + height + 17}
            textAnchor="middle"
          >
            {name(hour)}
          </text>
        ))}
      </svg>
      <table className="sr-only">
        <thead>
          <tr>
            <th scope="col">{t('summary.hour')}</th>
            <th scope="col">{t('summary.count.made')}</th>
          </tr>
        </thead>
        <tbody>
          {busy.map(({ hour, count }) => (
            <tr key={hour}>
              <th scope="row">{`${name(hour)}:00`}</th>
              <td>{format.count(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
