import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { useCommand, useKeyTitle } from '../commands/commands.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { fileName } from './file-name.ts'
import type { RowsInParts } from './table.ts'

interface ExportButtonProps {
  /** Asked once, when the dialog opens: what is exported is what was on the screen then. */
  readonly take: () => RowsInParts
  /** The rows that are selected; null when none is. Asked at the same time. */
  readonly takeSelected?: () => RowsInParts | null
  readonly can: boolean
  /** What the file is named after. */
  readonly about: string
  readonly isPersonal: boolean
  readonly small?: boolean
  readonly testId?: string
}

/** Opens the export of what is on the screen, by button and by key. */
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
