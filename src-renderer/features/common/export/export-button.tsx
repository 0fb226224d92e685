import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { useCommand, useKeyTitle } from '../commands/commands.tsx'
import { fileName } from '../parts/save-file.tsx'
import { ExportDialog } from './export-dialog.tsx'
import type { RowsInParts } from './table.ts'

interface ExportButtonProps {
  /** Called when the dialog opens, so the export has the rows that were on the screen then. */
  readonly take: () => RowsInParts
  /** The selected rows; null when none is selected. Called at the same time. */
  readonly takeSelected?: () => RowsInParts | null
  readonly can: boolean
  /** For the file's name. */
  readonly about: string
  readonly isPersonal: boolean
  readonly small?: boolean
  readonly testId?: string
}

/** Opens the export dialog, by button and by key. */
export const ExportButton = ({
  take,
  takeSelected,
  can,
  about,
  isPersonal,
  small,
  testId = 'list-export',
}: ExportButtonProps) => {
  const { t } = useTranslation()
  const [taken, setTaken] = useState<{ shown: RowsInParts; selected: RowsInParts | null } | null>(null)
  const open = () => setTaken({ shown: take(), selected: takeSelected?.() ?? null })
  useCommand('list.export', open, can)
  const title = useKeyTitle(t('command.list.export'), 'list.export')
  return (
    <>
      <Button
        variant={small ? 'ghost' : 'secondary'}
        small={small ?? false}
        icon={Download}
        testId={testId}
        title={title}
        disabled={!can}
        onClick={open}
      >
        {t('export.open')}
      </Button>
      {taken ? (
        <ExportDialog {...taken} name={fileName(about)} isPersonal={isPersonal} onClose={() => setTaken(null)} />
      ) : null}
    </>
  )
}
