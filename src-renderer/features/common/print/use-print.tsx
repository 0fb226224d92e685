import { type ReactNode, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import type { PageSize, PrintOutcome } from '../../../../src-main/contract/desktop.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { useBridge } from '../services/services.tsx'
import type { Paper } from './paper.ts'
import './print.css'

export type PrintState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'printed' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'not-printed'; readonly why: Exclude<PrintOutcome, 'printed' | 'cancelled'> }
  | { readonly kind: 'failed'; readonly failure: Failure }

type Way = 'print' | 'pdf'

/**
 * Gives every page this margin, until the returned function is called. As padding of the content it would be missing
 * wherever one page ends and the next begins; and Chromium breaks a page with a name of its own before each picture in a
 * flex box, so the rule has no name.
 */
const withMargin = (margin: string): (() => void) => {
  const rule = new CSSStyleSheet()
  rule.replaceSync(`@page { margin: ${margin}; }`)
  document.adoptedStyleSheets.push(rule)
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== rule)
  }
}

/**
 * Prints or saves `content` alone, whatever else is on the screen. `root` must be rendered; while something is under way
 * it holds the content outside of the app, where the print styles leave nothing else. The two ways do not wait for each
 * other: a printer that hangs must not lock the PDF, which is the way out.
 */
export const usePrint = (content: ReactNode) => {
  const bridge = useBridge()
  const [state, setState] = useState<PrintState>({ kind: 'idle' })
  const [underWay, setUnderWay] = useState<readonly Way[]>([])
  const run = async (way: Way, margin: string, ask: () => Promise<PrintState>): Promise<void> => {
    setState({ kind: 'idle' })
    const withoutMargin = withMargin(margin)
    flushSync(() => setUnderWay(before => [...before, way]))
    try {
      await document.fonts.ready
      setState(await ask())
    } catch {
      setState({ kind: 'idle' })
    } finally {
      withoutMargin()
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
    print: ({ page, margin }: Paper) => {
      void run('print', margin, () => print(page))
    },
    savePdf: (name: string, { page, margin }: Paper) => {
      void run('pdf', margin, () => savePdf(name, page))
    },
  }
}
