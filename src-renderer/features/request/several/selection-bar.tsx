import { useTranslation } from 'react-i18next'
import type { CancellationType } from '../../../../src-main/contract/commands.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useFigureWords } from '../../common/services/figures.ts'
import { useFormat } from '../../common/services/use-format.ts'
import type { SelectedLine } from '../form/drafts.ts'
import { quantitiesFor, type Selection, type SeveralLine, sumsOf } from './lines.ts'

interface SelectionBarProps {
  readonly lines: readonly SeveralLine[]
  readonly selection: Selection
  readonly selected: ReadonlyMap<string, SelectedLine>
  readonly onSelectOnly: (quantities: ReadonlyMap<string, number>, type: CancellationType) => void
  readonly onDrop: (items: readonly string[]) => void
}

const types = ['cancel', 'refund'] as const

/** The number of selected lines, their sum, and buttons to select many at once. */
export const SelectionBar = ({ lines, selection, selected, onSelectOnly, onDrop }: SelectionBarProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useFigureWords()
  const { lines: chosen, stuck } = selection
  const sums = sumsOf(chosen, selected).map(({ figure, currency }) => words(figure, currency) ?? t('several.noSum'))
  const orders = new Set(chosen.map(({ order }) => order.id)).size
  const all = [...chosen.map(({ item }) => item.id), ...stuck]
  return (
    <div className="several-bar">
      <span className="strong" role="status" data-testid="several-count" data-count={chosen.length}>
        {chosen.length === 0
          ? t('several.noneSelected')
          : joinedTexts(
              [
                t('several.selected', { count: chosen.length, shown: format.count(chosen.length) }),
                t('several.ofOrders', { count: orders, shown: format.count(orders) }),
                sums.join(' + '),
              ],
              ' · ',
            )}
      </span>
      <span className="cluster several-all">
        {types.map(type => {
          const able = quantitiesFor(lines, type)
          return able.size === 0 ? null : (
            <Button key={type} small testId={`several-all-${type}`} onClick={() => onSelectOnly(able, type)}>
              {t(`several.all.${type}`, { count: able.size, shown: format.count(able.size) })}
            </Button>
          )
        })}
        {all.length === 0 ? null : (
          <Button small variant="ghost" testId="several-none" onClick={() => onDrop(all)}>
            {t('order.selectNone')}
          </Button>
        )}
      </span>
      {chosen.length > 0 ? <p className="field-hint several-part">{t('form.estimateNote')}</p> : null}
    </div>
  )
}

interface StuckProps {
  readonly items: readonly string[]
  readonly onDrop: (items: readonly string[]) => void
}

/** Selected lines that can't be part of the request. */
export const StuckLines = ({ items, onDrop }: StuckProps) => {
  const { t } = useTranslation()
  if (items.length === 0) return null
  return (
    <Notice
      tone="wait"
      role="alert"
      testId="several-stuck"
      title={t('several.stuck', { count: items.length })}
      actions={
        <Button small testId="several-drop-stuck" onClick={() => onDrop(items)}>
          {t('several.dropStuck', { count: items.length })}
        </Button>
      }
    >
      {t('several.stuckText')}
    </Notice>
  )
}
