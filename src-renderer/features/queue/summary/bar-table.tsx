import { useFormat } from '../../common/services/use-format.ts'

interface BarTableProps {
  readonly title: string
  readonly nameTitle: string
  readonly countTitle: string
  readonly rows: readonly { readonly key: string; readonly name: string; readonly count: number }[]
  readonly testId?: string
}

/** A table whose numbers are drawn beside them as bars: read aloud as a table, seen as a chart, by length alone. */
export const BarTable = ({ title, nameTitle, countTitle, rows, testId }: BarTableProps) => {
  const format = useFormat()
  const most = Math.max(1, ...rows.map(row => row.count))
  return (
    <section className="card card-body summary-card" data-testid={testId}>
      <h2>{title}</h2>
      <table className="summary-bars">
        <thead className="sr-only">
          <tr>
            <th scope="col">{nameTitle}</th>
            <th scope="col">{countTitle}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.key} data-count={row.count}>
              <th scope="row">{row.name}</th>
              <td>
                <span className="summary-bar">
                  <svg aria-hidden viewBox="0 0 100 8" preserveAspectRatio="none">
                    <rect width={(row.count / most) * 100} height="8" />
                  </svg>
                  <span className="summary-number">{format.count(row.count)}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
