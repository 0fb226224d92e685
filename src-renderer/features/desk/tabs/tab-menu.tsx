import { useTranslation } from 'react-i18next'
import { joinedTexts } from '../../../model/direction.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { type Tab, tabKey } from './tab-state.ts'

interface TabMenuProps {
  readonly tabs: readonly Tab[]
  readonly currentKey: string | null
  readonly onSelect: (tab: Tab) => void
}

/** Every tab by name, for when the strip does not show them all. */
export const TabMenu = ({ tabs, currentKey, onSelect }: TabMenuProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = (tab: Tab) => joinedTexts([tab.title, t(`tabs.kind.${tab.screen}`), tab.number], ' · ')
  const count = t('tabs.count', { count: tabs.length, shown: format.count(tabs.length) })
  return (
    <select
      className="select tab-menu"
      data-testid="tab-menu"
      aria-label={t('tabs.menu')}
      title={t('tabs.menu')}
      value=""
      onChange={event => {
        const chosen = tabs.find(tab => tabKey(tab) === event.target.value)
        if (chosen) onSelect(chosen)
      }}
    >
      <option value="" disabled hidden>
        {count}
      </option>
      {tabs.map(tab => (
        <option key={tabKey(tab)} value={tabKey(tab)}>
          {`${tabKey(tab) === currentKey ? '● ' : ''}${nameOf(tab)}`}
        </option>
      ))}
    </select>
  )
}
