import { type ReactNode, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { PageSize, PrintOutcome as PrintReply } from '../../../../src-main/contract/desktop.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { Notice } from '../../../ui/notice.tsx'
import { SaveOutcome } from '../parts/save-file.tsx'
import { useBridge } from '../services/services.tsx'
import type { Paper } from './paper.ts'
import './print.css'

type PrintState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'printed' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'not-printed'; readonly why: Exclude<PrintReply, 'printed' | 'cancelled'> }
  | { readonly kind: 'failed'; readonly failure: Failure }

type Way = 'print' | 'pdf'

/**
 * Prints `content`, or saves it as a PDF, without the rest of the screen. The caller renders `root`: during a print it
 * holds the content outside the app, and the print styles hide everything else. Print and PDF do not wait for each
 * other, because the PDF must work while a printer hangs.
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

/** Says beside the buttons how the print or the PDF ended, and what to do if it failed. */
export const PrintOutcome = ({ state }: { state: PrintState }) => {
  const { t } = useTranslation()
  switch (state.kind) {
    case 'idle':
      return null
    case 'printed':
      return (
        <p className="muted" role="status" data-testid="print-done">
          {t('print.done')}
        </p>
      )
    case 'not-printed':
      return (
        <Notice tone="bad" role="alert" testId="print-failed" title={t(`print.why.${state.why}`)} code={state.why}>
          <p>{t('print.advice')}</p>
        </Notice>
      )
    case 'saved':
    case 'failed':
      return <SaveOutcome state={state} />
  }
}

/**
 * Gives every page this margin until the returned function is called. Padding of the content would be missing at page
 * breaks. The @page rule has no name: with one, Chromium breaks the page before each picture in a flex box.
 */
const withMargin = (margin: string): (() => void) => {
  const rule = new CSSStyleSheet()
  rule.replaceSync(`@page { margin: ${margin}; }`)
  document.adoptedStyleSheets.push(rule)
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== rule)
  }
}
