import { Columns3, Rows3, Table2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { useCommand } from '../../common/commands/commands.tsx'
import type { ListLook } from '../filters/look.ts'
import { ColumnChooser } from './column-chooser.tsx'
import type { ColumnName } from './columns.ts'

interface LookButtonsProps {
  readonly columns: readonly ColumnName[]
  readonly shown: readonly ColumnName[]
  readonly look: ListLook
  readonly onChange: (change: Partial<ListLook>) => void
}

/** Cards or table, and the table's columns. */
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
