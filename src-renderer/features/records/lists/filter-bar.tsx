import { SlidersHorizontal, X } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Button } from '../../../ui/button.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { FilterSelect } from '../../../ui/inputs.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { useKept } from '../../common/services/use-kept.ts'
import type { FacetSelect } from '../filters/facets.ts'
import {
  isFiltering,
  type ListFilter,
  type Range,
  ranges,
  rangeTrouble,
  type StatusChoice,
  sorts,
} from '../filters/filters.ts'

interface FilterBarProps {
  readonly filter: ListFilter
  readonly statuses: readonly StatusChoice[]
  readonly nameStatus: (choice: StatusChoice) => string
  readonly facets: readonly FacetSelect[]
  /** A better name for "oldest first" in this list. */
  readonly oldestName?: string | undefined
  /**
   * Beside an open record there is room for one line. The other filters are behind a button until one of them is set.
   */
  readonly isNarrow: boolean
  readonly onChange: (change: Partial<ListFilter>) => void
  readonly onClear: () => void
}

const openSchema = z.boolean()

export const FilterBar = (props: FilterBarProps) => {
  const { filter, statuses, nameStatus, facets, oldestName, isNarrow, onChange, onClear } = props
  const { t } = useTranslation()
  const format = useFormat()
  const [isOpen, setOpen] = useKept('filters.open', openSchema, false)
  const trouble = rangeTrouble(filter)
  const troubleId = useId()
  const isNeeded = facets.some(({ value }) => value !== '')
  const shown = isOpen || isNeeded || !isNarrow ? facets : []
  const sortOf = (value: string) => sorts.find(sort => sort === value) ?? 'newest'
  const rangeOf = (value: string): Range => ranges.find(range => range === value) ?? 'any'
  const clear = isFiltering(filter) ? (
    <Button
      variant="ghost"
      small
      icon={X}
      testId="filter-clear"
      aria-label={t('filter.clear')}
      title={t('filter.clear')}
      onClick={onClear}
    />
  ) : null
  return (
    <div className="filter-bar">
      <div className="filter-line">
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
        {isNarrow && facets.length > 0 ? (
          <Button
            variant="ghost"
            small
            icon={SlidersHorizontal}
            testId="filter-more"
            aria-label={t('filter.more')}
            title={t('filter.more')}
            aria-expanded={shown.length > 0}
            onClick={() => setOpen(!isOpen)}
          />
        ) : null}
        {shown.length === 0 ? clear : null}
      </div>
      {shown.length > 0 ? (
        <div className="filter-line" data-line="facets">
          {shown.map(({ key, value, choices }) => (
            <FilterSelect
              key={key}
              testId={`filter-${key}`}
              label={t(`filter.facet.${key}.name`)}
              value={value}
              choices={[{ value: '', label: t(`filter.facet.${key}.all`) }, ...choices]}
              onChoose={chosen => {
                if (isNarrow && !isOpen) setOpen(true)
                onChange({ facets: { ...filter.facets, [key]: chosen } })
              }}
            />
          ))}
          {clear}
        </div>
      ) : null}
      {filter.range === 'custom' ? (
        <div className="filter-days">
          <DateInput
            testId="filter-from"
            calendarLabel={t('action.openCalendar')}
            aria-label={t('filter.from')}
            aria-invalid={trouble?.kind === 'unreadable'}
            aria-describedby={trouble === null ? undefined : troubleId}
            value={filter.fromDay}
            onDay={fromDay => onChange({ fromDay })}
          />
          <DateInput
            testId="filter-to"
            calendarLabel={t('action.openCalendar')}
            aria-label={t('filter.to')}
            aria-invalid={trouble?.kind === 'unreadable'}
            aria-describedby={trouble === null ? undefined : troubleId}
            value={filter.toDay}
            onDay={toDay => onChange({ toDay })}
          />
          {trouble === null ? null : (
            <p
              className="field-error field-warning filter-trouble"
              id={troubleId}
              role="alert"
              data-testid="filter-trouble"
            >
              {trouble.kind === 'turned'
                ? t('filter.rangeTurned', { from: format.day(trouble.from), to: format.day(trouble.to) })
                : t('filter.rangeUnreadable')}
            </p>
          )}
        </div>
      ) : null}
    </div>
  )
}
