import { useEffect, useRef, useState } from 'react'
import { joinedTexts } from '../../../model/direction.ts'
import { orderCells } from './order-column.ts'
import { readSheet } from './read-sheet.ts'
import type { SheetProblem } from './read-workbook.ts'

type FileOutcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly name: string; readonly count: number }
  | { readonly kind: 'failed'; readonly name: string; readonly problem: SheetProblem }

/** Reads order numbers out of files, all or none of them: the first that cannot be read is named. */
export const useNumbersFile = (onCells: (cells: readonly string[]) => void) => {
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
