import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { useFormat } from '../data/use-format.ts'
import type { FacetSelect } from './facets.ts'
import { FilterSelect } from './filter-select.tsx'
import { isFiltering, type ListFilter, type Range, ranges, type StatusChoice, sorts } from './filters.ts'

interface FilterBarProps {
  readonly filter: ListFilter
  readonly statuses: readonly StatusChoice[]
  readonly nameStatus: (choice: StatusChoice) => string
  readonly facets: readonly FacetSelect[]
  /** Words for "oldest first" where it means something better. */
  readonly oldestName?: string | undefined
  readonly onChange: (change: Partial<ListFilter>) => void
  readonly onClear: () => void
}

export const FilterBar = ({ filter, statuses, nameStatus, facets, oldestName, onChange, onClear }: FilterBarProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const sortOf = (value: string) => sorts.find(sort => sort === value) ?? 'newest'
  const rangeOf = (value: string): Range => ranges.find(range => range === value) ?? 'any'
  const statusSelect = (
    <FilterSelect
      testId="filter-status"
      label={t('filter.status')}
      value={filter.status}
      choices={[
        { value: '', label: t('filter.allStatuses') },
        ...statuses.map(choice => ({
          value: choice.value,
          label: `${nameStatus(choice)} (${format.count(choice.count)})`,
        })),
      ]}
      onChoose={status => onChange({ status })}
    />
  )
  return (
    <div className="filter-bar">
      {facets.length > 0 ? (
        <div className="filter-line">
          {statusSelect}
          {facets.map(({ key, value, choices }) => (
            <FilterSelect
              key={key}
              testId={`filter-${key}`}
              label={t(`filter.facet.${key}.name`)}
              value={value}
              choices={[{ value: '', label: t(`filter.facet.${key}.all`) }, ...choices]}
              onChoose={chosen => onChange({ facets: { ...filter.facets, [key]: chosen } })}
            />
          ))}
        </div>
      ) : null}
      <div className="filter-line">
        {facets.length > 0 ? null : statusSelect}
        <FilterSelect
          testId="filter-range"
          label={t('filter.range')}
          value={filter.range}
          choices={ranges.map(range => ({ value: range, label: t(`filter.ranges.${range}`) }))}
          onChoose={range => onChange({ range: rangeOf(range) })}
        />
        <FilterSelect
          testId="list-sort"
          label={t('filter.sort')}
          value={filter.sort}
          choices={sorts.map(sort => ({
            value: sort,
            label: sort === 'oldest' && oldestName ? oldestName : t(`filter.sorts.${sort}`),
          }))}
          onChoose={sort => onChange({ sort: sortOf(sort) })}
        />
        {isFiltering(filter) ? (
          <Button
            variant="ghost"
            small
            icon={X}
            testId="filter-clear"
            aria-label={t('filter.clear')}
            title={t('filter.clear')}
            onClick={onClear}
          />
        ) : null}
      </div>
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
