import { ChevronDown, ChevronUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { CheckField } from '../../../ui/field.tsx'
import { moved } from '../../common/services/collections.ts'
import { arrangedColumns, type ColumnName } from './columns.ts'

interface ColumnChooserProps {
  readonly columns: readonly ColumnName[]
  readonly shown: readonly ColumnName[]
  /** The keys in their order; none brings back what was delivered. */
  readonly onChoose: (keys: readonly string[]) => void
  readonly onClose: () => void
}

/** Which columns the table has, and in which order; each change is seen at once. */
export const ColumnChooser = ({ columns, shown, onChoose, onClose }: ColumnChooserProps) => {
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
                // A table of nothing would have no way in.
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
