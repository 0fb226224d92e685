import { useEffect, useRef, useState } from 'react'
import { failed, failure, ok } from '../../../../src-main/contract/failures.ts'
import { useServices } from '../services/services.tsx'
import { useSaveFile } from '../services/use-save-file.ts'
import { signsOf } from './csv.ts'
import type { FileFormat } from './file-worker.ts'
import { makeFile } from './make-file.ts'
import type { RowsInParts } from './table.ts'

/** Makes a file of a table off the screen's thread and saves it. `done` counts rows while it is made, else null. */
export const useExport = () => {
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
        // Stopped by the person: nothing failed, and nothing is to be said.
        if (signal.aborted) throw error
        return failed(failure('bug', { code: error instanceof Error ? error.message.slice(0, 200) : null }))
      } finally {
        setDone(null)
      }
    })
  }
  return { state, done, run, stop }
}
