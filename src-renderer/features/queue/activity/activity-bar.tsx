import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { FilterSelect } from '../../../ui/filter-select.tsx'
import { activityKinds } from './events.ts'
import { type ActivityFilter, periods } from './filter-events.ts'

interface ActivityBarProps {
  readonly filter: ActivityFilter
  readonly accounts: readonly Account[]
  readonly onChange: (change: Partial<ActivityFilter>) => void
  /** What can be done with the events that fit. */
  readonly tools: ReactNode
}

export const ActivityBar = ({ filter, accounts, onChange, tools }: ActivityBarProps) => {
  const { t } = useTranslation()
  return (
    <div className="activity-bar">
      <input
        className="input"
        type="search"
        data-testid="activity-filter"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('activity.filter')}
        placeholder={t('activity.filter')}
        value={filter.text}
        onChange={event => onChange({ text: event.target.value })}
      />
      <FilterSelect
        testId="activity-kind"
        label={t('activity.kindLabel')}
        value={filter.kind}
        choices={[
          { value: '', label: t('activity.allKinds') },
          ...activityKinds.map(kind => ({ value: kind, label: t(`activity.kind.${kind}`) })),
        ]}
        onChoose={chosen => onChange({ kind: activityKinds.find(kind => kind === chosen) ?? '' })}
      />
      <FilterSelect
        testId="activity-account"
        label={t('header.account')}
        value={filter.accountId}
        choices={[
          { value: '', label: t('activity.allAccounts') },
          ...accounts.map(({ id, label, shop }) => ({ value: id, label: joinedTexts([label, shop.name], ' · ') })),
        ]}
        onChoose={accountId => onChange({ accountId })}
      />
      <FilterSelect
        testId="activity-period"
        label={t('filter.range')}
        value={filter.period}
        choices={periods.map(period => ({ value: period, label: t(`filter.ranges.${period}`) }))}
        onChoose={chosen => onChange({ period: periods.find(period => period === chosen) ?? 'any' })}
      />
      {tools}
    </div>
  )
}
