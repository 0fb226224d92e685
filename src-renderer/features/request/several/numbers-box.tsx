import { FileSpreadsheet, ListChecks } from 'lucide-react'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { joinedTexts } from '../../../model/direction.ts'
import { Button } from '../../../ui/button.tsx'
import { AreaField } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { isOneOf } from '../../common/commands/keys.ts'
import { useFormat } from '../../common/services/use-format.ts'
import type { Sought } from '../form/drafts.ts'
import { mostNumbers, orderCells, type PastedNumbers, readNumbers } from './order-numbers.ts'
import { readSheet } from './read-sheet.ts'
import type { SheetProblem } from './read-workbook.ts'

interface NumbersBoxProps {
  readonly sought: Sought
  readonly onSought: (sought: Sought) => void
  readonly onClear: () => void
}

/** How many ignored words are listed. */
const wordsShown = 6

/** A box to paste order numbers or drop a file of them. The search starts when the button is pressed. */
export const NumbersBox = ({ sought, onSought, onClear }: NumbersBoxProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const box = useRef<HTMLFormElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const isFresh = sought.numbers.length === 0
  useEffect(() => {
    if (isFresh) box.current?.querySelector('textarea')?.focus()
  }, [isFresh])
  const file = useNumbersFile(cells =>
    onSought({ ...sought, text: [sought.text.trimEnd(), ...cells].filter(Boolean).join('\n') }),
  )
  const read = readNumbers(sought.text)
  const { numbers, beyond } = read
  const drop = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    if (event.type === 'drop') file.read([...event.dataTransfer.files])
  }
  return (
    <form
      ref={box}
      className="several-box"
      onDragOver={drop}
      onDrop={drop}
      onSubmit={event => {
        event.preventDefault()
        onSought({ ...sought, numbers })
      }}
      onKeyDown={event => {
        if (!isOneOf(event.nativeEvent, ['Ctrl+Enter'])) return
        event.preventDefault()
        if (event.repeat) return
        event.currentTarget.requestSubmit()
      }}
    >
      <AreaField
        label={t('several.numbers')}
        testId="several-numbers"
        spellCheck={false}
        rows={3}
        value={sought.text}
        hint={t('several.numbersHint', { most: format.count(mostNumbers) })}
        warning={beyond > 0 ? t('several.beyond', { count: beyond, most: format.count(mostNumbers) }) : null}
        onText={text => onSought({ ...sought, text })}
      />
      <LeftOut read={read} />
      <div className="cluster">
        <Button
          type="submit"
          variant={isFresh ? 'primary' : 'secondary'}
          icon={ListChecks}
          testId="several-find"
          disabled={numbers.length === 0}
        >
          {t('several.find', { count: numbers.length, shown: format.count(numbers.length) })}
        </Button>
        <Button icon={FileSpreadsheet} testId="several-file" onClick={() => chooser.current?.click()}>
          {t('several.file.open')}
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          multiple
          accept=".xlsx,.xlsm,.csv,.tsv,.txt"
          data-testid="several-file-input"
          onChange={event => {
            file.read([...(event.target.files ?? [])])
            // The same file can be chosen again.
            event.target.value = ''
          }}
        />
        {sought.text === '' && isFresh ? null : (
          <Button variant="ghost" testId="several-clear" onClick={onClear}>
            {t('several.clear')}
          </Button>
        )}
      </div>
      <FileOutcome outcome={file.outcome} />
    </form>
  )
}

/** Lists the parts of the text that are not order numbers, with the reason. */
const LeftOut = ({ read: { ruined, words } }: { read: PastedNumbers }) => {
  const { t } = useTranslation()
  const more = words.length - wordsShown
  return (
    <>
      {ruined.length === 0 ? null : (
        <Notice
          tone="wait"
          role="alert"
          testId="several-ruined"
          title={t('several.ruined.title', {
            count: ruined.length,
            numbers: joinedTexts(ruined.slice(0, wordsShown), ' · '),
          })}
        >
          <p>{t('several.ruined.text')}</p>
        </Notice>
      )}
      {words.length === 0 ? null : (
        <p className="field-hint" data-testid="several-words">
          {t('several.words', { words: joinedTexts(words.slice(0, wordsShown), ' · ') })}
          {more > 0 ? ` ${t('several.moreWords', { count: more })}` : null}
        </p>
      )}
    </>
  )
}

const FileOutcome = ({ outcome }: Pick<ReturnType<typeof useNumbersFile>, 'outcome'>) => {
  const { t } = useTranslation()
  switch (outcome.kind) {
    case 'none':
      return null
    case 'reading':
      return (
        <p className="field-hint" role="status">
          {t('several.file.reading')}
        </p>
      )
    case 'read':
      return (
        <p className="field-hint" role="status" data-testid="several-file-read">
          {t('several.file.read', { name: outcome.name, count: outcome.count })}
        </p>
      )
    case 'failed':
      return (
        <Notice
          tone="bad"
          role="alert"
          testId="several-file-failed"
          code={outcome.problem}
          title={t('several.file.failed', { name: outcome.name })}
        >
          <p>{t(`several.file.problem.${outcome.problem}`)}</p>
        </Notice>
      )
  }
}

type FileOutcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly name: string; readonly count: number }
  | { readonly kind: 'failed'; readonly name: string; readonly problem: SheetProblem }

/** Reads order numbers out of files, all or none of them: the first that cannot be read is named. */
const useNumbersFile = (onCells: (cells: readonly string[]) => void) => {
  const [outcome, setOutcome] = useState<FileOutcome>({ kind: 'none' })
  const take = useRef(onCells)
  useEffect(() => {
    take.current = onCells
  })
  const readAll = async (files: readonly File[]): Promise<FileOutcome> => {
    const cells: string[] = []
    for (const file of files) {
      const read = await readSheet(file)
      if (!read.ok) return { kind: 'failed', name: file.name, problem: read.problem }
      const found = orderCells(read.rows)
      if (found.length === 0) return { kind: 'failed', name: file.name, problem: 'empty' }
      cells.push(...found)
    }
    take.current(cells)
    return {
      kind: 'read',
      name: joinedTexts(
        files.map(({ name }) => name),
        ', ',
      ),
      count: cells.length,
    }
  }
  const read = (files: readonly File[]): void => {
    const [first] = files
    if (first === undefined) return
    setOutcome({ kind: 'reading' })
    readAll(files)
      .catch((): FileOutcome => ({ kind: 'failed', name: first.name, problem: 'damaged' }))
      .then(setOutcome, () => undefined)
  }
  return { outcome, read }
}
