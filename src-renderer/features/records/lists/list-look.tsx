import { ChevronDown, ChevronUp, Columns3, Rows3, Table2 } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordKind } from '../../../model/record-kinds.ts'
import type { SummaryBase } from '../../../model/summaries.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { CheckField } from '../../../ui/field.tsx'
import { useMedia } from '../../../ui/use-media.ts'
import { useCommand } from '../../common/commands/commands.tsx'
import { moved } from '../../common/services/collections.ts'
import { useKept } from '../../common/services/use-kept.ts'
import { type ListLook, looksSchema, noLooks, plainLook } from '../filters/look.ts'
import { arrangedColumns, type Column, type ColumnName, shownColumns } from './columns.tsx'

interface UsedLook<S extends SummaryBase> {
  readonly look: ListLook
  readonly change: (change: Partial<ListLook>) => void
  readonly shown: readonly Column<S>[]
  /** A table needs the whole width. Beside a record, and in a narrow window, rows are cards. */
  readonly isTable: boolean
}

/** How the list is drawn now. */
export const useListLook = <S extends SummaryBase>(
  screen: RecordKind,
  columns: readonly Column<S>[],
  isBesideRecord: boolean,
): UsedLook<S> => {
  const [look, change] = useLook(screen)
  const hasRoom = useMedia('(width >= 1060px)')
  const shown = useMemo(() => shownColumns(columns, look.columns), [columns, look.columns])
  return { look, change, shown, isTable: look.layout === 'table' && hasRoom && !isBesideRecord }
}

/** The stored look of each list. */
const useLook = (screen: RecordKind): readonly [ListLook, (change: Partial<ListLook>) => void] => {
  const [looks, setLooks] = useKept('looks', looksSchema, noLooks)
  const look = looks[screen] ?? plainLook
  const change = useCallback(
    (part: Partial<ListLook>) => setLooks({ ...looks, [screen]: { ...look, ...part } }),
    [looks, look, screen, setLooks],
  )
  return [look, change]
}

interface LookButtonsProps {
  readonly columns: readonly ColumnName[]
  readonly shown: readonly ColumnName[]
  readonly look: ListLook
  readonly onChange: (change: Partial<ListLook>) => void
}

/** Switches between cards and table, and chooses the columns. */
export const LookButtons = ({ columns, shown, look, onChange }: LookButtonsProps) => {
  const { t } = useTranslation()
  const [choosing, setChoosing] = useState(false)
  const isTable = look.layout === 'table'
  const choose = () => {
    if (!isTable) onChange({ layout: 'table' })
    setChoosing(true)
  }
  useCommand('list.columns', choose)
  const other = t(isTable ? 'columns.cards' : 'columns.table')
  return (
    <>
      {isTable ? (
        <Button
          variant="ghost"
          small
          icon={Columns3}
          testId="list-columns"
          aria-label={t('columns.choose')}
          title={t('columns.choose')}
          onClick={choose}
        />
      ) : null}
      <Button
        variant="ghost"
        small
        icon={isTable ? Rows3 : Table2}
        testId="list-layout"
        data-layout={look.layout}
        aria-label={other}
        title={other}
        onClick={() => onChange({ layout: isTable ? 'cards' : 'table' })}
      />
      {choosing ? (
        <ColumnChooser
          columns={columns}
          shown={shown}
          onChoose={keys => onChange({ columns: keys })}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </>
  )
}

interface ColumnChooserProps {
  readonly columns: readonly ColumnName[]
  readonly shown: readonly ColumnName[]
  /** Sets the columns by their keys, in order; none restores the default. */
  readonly onChoose: (keys: readonly string[]) => void
  readonly onClose: () => void
}

/** Chooses the table's columns and their order. Each change applies at once. */
const ColumnChooser = ({ columns, shown, onChoose, onClose }: ColumnChooserProps) => {
  const { t } = useTranslation()
  const keys = shown.map(column => column.key)
  const toggle = (key: string, isShown: boolean) =>
    onChoose(isShown ? keys.filter(each => each !== key) : [...keys, key])
  return (
    <Dialog
      title={t('columns.chooseTitle')}
      testId="columns-dialog"
      onClose={onClose}
      footer={
        <>
          <Button testId="columns-reset" onClick={() => onChoose([])}>
            {t('columns.asDelivered')}
          </Button>
          <Button variant="primary" testId="columns-close" onClick={onClose}>
            {t('action.close')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('columns.chooseText')}</p>
      <ul className="columns-list">
        {arrangedColumns(columns, shown).map(({ key, title }) => {
          const at = keys.indexOf(key)
          const isShown = at >= 0
          return (
            <li key={key} className="columns-row">
              <CheckField
                label={title}
                testId={`column-${key}`}
                checked={isShown}
                // The last column can't be taken away.
                disabled={isShown && keys.length === 1}
                onChange={() => toggle(key, isShown)}
              />
              {isShown ? (
                <span className="cluster-tight">
                  <Button
                    variant="ghost"
                    small
                    icon={ChevronUp}
                    testId={`column-${key}-up`}
                    aria-label={t('columns.up', { name: title })}
                    disabled={at === 0}
                    onClick={() => onChoose(moved(keys, at, -1))}
                  />
                  <Button
                    variant="ghost"
                    small
                    icon={ChevronDown}
                    testId={`column-${key}-down`}
                    aria-label={t('columns.down', { name: title })}
                    disabled={at === keys.length - 1}
                    onClick={() => onChoose(moved(keys, at, 1))}
                  />
                </span>
              ) : null}
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
