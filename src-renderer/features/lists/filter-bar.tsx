import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { useFormat } from '../data/use-format.ts'
import { isFiltering, type ListFilter, noFilter, type Range, ranges, type StatusChoice, sorts } from './filters.ts'

interface FilterBarProps {
  readonly filter: ListFilter
  readonly statuses: readonly StatusChoice[]
  readonly nameStatus: (choice: StatusChoice) => string
  readonly onChange: (change: Partial<ListFilter>) => void
}

export const FilterBar = ({ filter, statuses, nameStatus, onChange }: FilterBarProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const sortOf = (value: string) => sorts.find(sort => sort === value) ?? 'newest'
  const rangeOf = (value: string): Range => ranges.find(range => range === value) ?? 'any'
  return (
    <div className="filter-bar">
      <select
        className="select"
        data-testid="filter-status"
        aria-label={t('filter.status')}
        value={filter.status}
        onChange={event => onChange({ status: event.target.value })}
      >
        <option value="">{t('filter.allStatuses')}</option>
        {statuses.map(choice => (
          <option key={choice.value} value={choice.value}>
            {`${nameStatus(choice)} (${format.count(choice.count)})`}
          </option>
        ))}
      </select>
      <select
        className="select"
        data-testid="filter-range"
        aria-label={t('filter.range')}
        value={filter.range}
        onChange={event => onChange({ range: rangeOf(event.target.value) })}
      >
        {ranges.map(range => (
          <option key={range} value={range}>
            {t(`filter.ranges.${range}`)}
          </option>
        ))}
      </select>
      <select
        className="select"
        data-testid="list-sort"
        aria-label={t('filter.sort')}
        value={filter.sort}
        onChange={event => onChange({ sort: sortOf(event.target.value) })}
      >
        {sorts.map(sort => (
          <option key={sort} value={sort}>
            {t(`filter.sorts.${sort}`)}
          </option>
        ))}
      </select>
      {isFiltering(filter) ? (
        <Button
          variant="ghost"
          small
          icon={X}
          testId="filter-clear"
          aria-label={t('filter.clear')}
          title={t('filter.clear')}
          onClick={() => onChange({ ...noFilter, sort: filter.sort })}
        />
      ) : null}
      {filter.range === 'custom' ? (
        <div className="filter-days">
          <input
            type="date"
            className="input"
            data-testid="filter-from"
            aria-label={t('filter.from')}
            value={filter.fromDay}
            onChange={event => onChange({ fromDay: event.target.value })}
          />
          <input
            type="date"
            className="input"
            data-testid="filter-to"
            aria-label={t('filter.to')}
            value={filter.toDay}
            onChange={event => onChange({ toDay: event.target.value })}
          />
        </div>
      ) : null}
    </div>
  )
}
