import { type ReactNode, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import type { Failure } from '../../../src-main/contract/failures.ts'
import type { PageSize, PrintOutcome } from '../../../src-main/contract/paper.ts'
import { useBridge } from '../data/services.tsx'
import './print.css'

export type PrintState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'printed' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'not-printed'; readonly why: Exclude<PrintOutcome, 'printed' | 'cancelled'> }
  | { readonly kind: 'failed'; readonly failure: Failure }

type Way = 'print' | 'pdf'

/**
 * Prints or saves `content` alone, whatever else is on the screen. `root` must be rendered; while something is under way
 * it holds the content outside of the app, where the print styles leave nothing else. The two ways do not wait for each
 * other: a printer that hangs must not lock the PDF, which is the way out.
 */
export const usePrint = (content: ReactNode) => {
  const bridge = useBridge()
  const [state, setState] = useState<PrintState>({ kind: 'idle' })
  const [underWay, setUnderWay] = useState<readonly Way[]>([])
  const run = async (way: Way, ask: () => Promise<PrintState>): Promise<void> => {
    setState({ kind: 'idle' })
    flushSync(() => setUnderWay(before => [...before, way]))
    try {
      await document.fonts.ready
      setState(await ask())
    } catch {
      setState({ kind: 'idle' })
    } finally {
      setUnderWay(before => before.filter(each => each !== way))
    }
  }
  const print = async (page: PageSize): Promise<PrintState> => {
    const reply = await bridge.app.print(page)
    if (!reply.ok) return { kind: 'failed', failure: reply.failure }
    if (reply.value === 'printed') return { kind: 'printed' }
    return reply.value === 'cancelled' ? { kind: 'idle' } : { kind: 'not-printed', why: reply.value }
  }
  const savePdf = async (name: string, page: PageSize): Promise<PrintState> => {
    const reply = await bridge.app.savePdf({ name: `${name}.pdf`, page })
    if (!reply.ok) return { kind: 'failed', failure: reply.failure }
    return { kind: reply.value.saved ? 'saved' : 'idle' }
  }
  return {
    state,
    isPrinting: underWay.includes('print'),
    isSaving: underWay.includes('pdf'),
    root: underWay.length > 0 ? createPortal(<div className="print-root">{content}</div>, document.body) : null,
    print: (page: PageSize) => {
      void run('print', () => print(page))
    },
    savePdf: (name: string, page: PageSize) => {
      void run('pdf', () => savePdf(name, page))
    },
  }
}
