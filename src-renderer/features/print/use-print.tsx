import { type ReactNode, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import type { Failure } from '../../../src-main/contract/failures.ts'
import type { PageSize, PrintOutcome } from '../../../src-main/contract/paper.ts'
import { useBridge } from '../data/services.tsx'
import './print.css'

export type PrintState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'printing' | 'saving' }
  | { readonly kind: 'printed' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'not-printed'; readonly why: Exclude<PrintOutcome, 'printed' | 'cancelled'> }
  | { readonly kind: 'failed'; readonly failure: Failure }

/**
 * Prints or saves `content` alone, whatever else is on the screen. `root` must be rendered; while a print is under way
 * it holds the content outside of the app, where the print styles leave nothing else.
 */
export const usePrint = (content: ReactNode) => {
  const bridge = useBridge()
  const [state, setState] = useState<PrintState>({ kind: 'idle' })
  const [isDrawn, setDrawn] = useState(false)
  const withContent = async <T,>(run: () => Promise<T>): Promise<T> => {
    flushSync(() => setDrawn(true))
    try {
      await document.fonts.ready
      return await run()
    } finally {
      setDrawn(false)
    }
  }
  const print = async (page: PageSize) => {
    setState({ kind: 'printing' })
    const reply = await withContent(() => bridge.app.print(page))
    if (!reply.ok) setState({ kind: 'failed', failure: reply.failure })
    else if (reply.value === 'printed') setState({ kind: 'printed' })
    else setState(reply.value === 'cancelled' ? { kind: 'idle' } : { kind: 'not-printed', why: reply.value })
  }
  const savePdf = async (name: string, page: PageSize) => {
    setState({ kind: 'saving' })
    const reply = await withContent(() => bridge.app.savePdf({ name: `${name}.pdf`, page }))
    if (!reply.ok) setState({ kind: 'failed', failure: reply.failure })
    else setState({ kind: reply.value.saved ? 'saved' : 'idle' })
  }
  const forget = () => setState({ kind: 'idle' })
  return {
    state,
    root: isDrawn ? createPortal(<div className="print-root">{content}</div>, document.body) : null,
    print: (page: PageSize) => {
      print(page).catch(forget)
    },
    savePdf: (name: string, page: PageSize) => {
      savePdf(name, page).catch(forget)
    },
  }
}
