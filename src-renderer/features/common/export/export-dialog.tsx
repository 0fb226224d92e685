import { ClipboardCopy, Download, Square } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { failed, failure, ok } from '../../../../src-main/contract/failures.ts'
import { Button } from '../../../ui/button.tsx'
import { copyText } from '../../../ui/copy.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { SaveOutcome, useSaveFile } from '../parts/save-file.tsx'
import { useServices } from '../services/services.tsx'
import { useFormat } from '../services/use-format.ts'
import { useKept } from '../services/use-kept.ts'
import { signsOf, tsvOf } from './csv.ts'
import type { FileFormat } from './file-worker.ts'
import { makeFile } from './make-file.ts'
import { type RowsInParts, wholeTable } from './table.ts'
import './export.css'

const formatSchema = z.enum(['xlsx', 'csv'])

/** Copying more would freeze the window. */
const copiedAtMost = 5000

interface ExportDialogProps {
  /** The rows on the screen, filtered and sorted. */
  readonly shown: RowsInParts
  /** The selected rows, if any. They are the preset choice. */
  readonly selected: RowsInParts | null
  /** The file's name without its extension: letters, digits, dots and dashes. */
  readonly name: string
  /** Whether the rows name customers. */
  readonly isPersonal: boolean
  readonly onClose: () => void
}

export const ExportDialog = ({ shown, selected, name, isPersonal, onClose }: ExportDialogProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const { region } = useServices().info
  const [isSelected, setSelected] = useState(selected !== null)
  const table = isSelected && selected !== null ? selected : shown
  const [kind, setKind] = useKept('export-format', formatSchema, 'xlsx')
  const { state, done, run, stop } = useExport()
  const [copied, setCopied] = useState(false)
  const busy = state.kind === 'saving'
  const count = format.count(table.count)
  const leave = () => {
    stop()
    onClose()
  }
  return (
    <Dialog
      title={t('export.title')}
      onClose={leave}
      testId="export-dialog"
      footer={
        <>
          <Button testId="export-close" onClick={leave}>
            {t(state.kind === 'saved' ? 'export.close' : 'action.cancel')}
          </Button>
          {table.count <= copiedAtMost ? (
            <Button
              icon={ClipboardCopy}
              testId="export-copy"
              disabled={busy}
              onClick={() => setCopied(copyText(tsvOf(wholeTable(table), signsOf(region))))}
            >
              {t('export.copy', { count: table.count, shown: count })}
            </Button>
          ) : null}
          <Button
            variant="primary"
            icon={Download}
            testId="export-save"
            busy={busy}
            onClick={() => run(table, kind, name)}
          >
            {t('export.save', { count: table.count, shown: count })}
          </Button>
        </>
      }
    >
      <div className="stack">
        {selected === null ? null : (
          <SelectField
            label={t('export.rows')}
            testId="export-rows"
            value={isSelected ? 'selected' : 'shown'}
            disabled={busy}
            onChange={event => {
              setSelected(event.target.value === 'selected')
              setCopied(false)
            }}
          >
            <option value="selected">
              {t('export.selected', { count: selected.count, shown: format.count(selected.count) })}
            </option>
            <option value="shown">{t('export.shown', { count: shown.count, shown: format.count(shown.count) })}</option>
          </SelectField>
        )}
        <p data-testid="export-count" data-count={table.count}>
          {t(table === selected ? 'export.whatSelected' : 'export.what', {
            count: table.count,
            shown: count,
            columns: table.columns.length,
          })}
        </p>
        <SelectField
          label={t('export.format')}
          hint={t(`export.about.${kind}`)}
          testId="export-format"
          value={kind}
          disabled={busy}
          onChange={event => setKind(formatSchema.catch('xlsx').parse(event.target.value))}
        >
          <option value="xlsx">{t('export.formats.xlsx')}</option>
          <option value="csv">{t('export.formats.csv')}</option>
        </SelectField>
        {isPersonal ? <p className="muted">{t('export.personal')}</p> : null}
        {done === null ? null : (
          <div className="export-progress" role="status" data-testid="export-progress">
            <span className="export-progress-text">
              {done < table.count
                ? t('export.making', { done: format.count(done), count: table.count, total: count })
                : t('export.writing')}
            </span>
            <progress max={table.count} value={done < table.count ? done : undefined} aria-label={t('export.title')} />
            <Button variant="ghost" small icon={Square} testId="export-stop" onClick={stop}>
              {t('action.stop')}
            </Button>
          </div>
        )}
        {copied ? (
          <p className="muted" role="status" data-testid="export-copied">
            {t('export.copied', { count: table.count, shown: count })}
          </p>
        ) : null}
        <SaveOutcome state={state} />
      </div>
    </Dialog>
  )
}

/** Makes a file in a worker and saves it. `done` is the number of rows sent to the worker; null when none is running. */
const useExport = () => {
  const { region } = useServices().info
  const { state, save } = useSaveFile()
  const [done, setDone] = useState<number | null>(null)
  const running = useRef<AbortController | null>(null)
  const stop = () => running.current?.abort()
  useEffect(() => () => running.current?.abort(), [])

  const run = (table: RowsInParts, format: FileFormat, name: string) => {
    const controller = new AbortController()
    running.current = controller
    save(`${name}.${format}`, async () => {
      setDone(0)
      const { signal } = controller
      try {
        return ok(await makeFile({ table, format, signs: signsOf(region), onProgress: setDone, signal }))
      } catch (error) {
        // The person stopped it: shows nothing.
        if (signal.aborted) throw error
        return failed(failure('bug', { code: error instanceof Error ? error.message.slice(0, 200) : null }))
      } finally {
        setDone(null)
      }
    })
  }
  return { state, done, run, stop }
}
