import type { BrowserWindow, WebContents } from 'electron'
import { inTime, NoAnswer } from '../base/in-time.ts'
import type { PageSize, PrintOutcome } from '../contract/desktop.ts'

const micronsPerInch = 25_400

/** How long the system may take (ms). A print service or a spooler that hangs answers never. */
const printLimits = { printersMs: 10_000, pdfMs: 60_000 } as const
type PrintLimits = Readonly<Record<keyof typeof printLimits, number>>

let whiteFor = 0
let usualColour = ''

/** Chromium paints the margins of paper in the window's background, which may be dark: white while this work is done. */
export async function onWhite<T>(window: BrowserWindow, work: () => Promise<T>): Promise<T> {
  if (whiteFor === 0) usualColour = window.getBackgroundColor()
  whiteFor += 1
  window.setBackgroundColor('#ffffff')
  try {
    return await work()
  } finally {
    whiteFor -= 1
    if (whiteFor === 0 && !window.isDestroyed()) window.setBackgroundColor(usualColour)
  }
}

/** The page as its print styles draw it, margins included, as a PDF of exactly this paper. Rejects with a `NoAnswer` after the limit. */
export function pdfOf(
  contents: Pick<WebContents, 'printToPDF'>,
  { widthMicrons, heightMicrons }: PageSize,
  { pdfMs }: PrintLimits = printLimits,
): Promise<Uint8Array> {
  const made = contents.printToPDF({
    pageSize: { width: widthMicrons / micronsPerInch, height: heightMicrons / micronsPerInch },
    printBackground: true,
    preferCSSPageSize: false,
    generateTaggedPDF: true,
  })
  return inTime('pdf', pdfMs, made)
}

/**
 * Opens the system's print dialog for the page as its print styles draw it. The paper is said in microns, or a receipt
 * printer shrinks the page to what it takes for a sheet (electron/electron#39179).
 */
export async function printPage(
  contents: Pick<WebContents, 'getPrintersAsync' | 'print'>,
  { widthMicrons: width, heightMicrons: height }: PageSize,
  { printersMs }: PrintLimits = printLimits,
): Promise<PrintOutcome> {
  try {
    const printers = await inTime('printers', printersMs, contents.getPrintersAsync())
    if (printers.length === 0) return 'no-printer'
  } catch (error) {
    return error instanceof NoAnswer ? 'no-answer' : 'failed'
  }
  // No limit from here on: a person may look at the dialog for as long as they like.
  return new Promise(resolve => {
    contents.print(
      { silent: false, printBackground: true, margins: { marginType: 'default' }, pageSize: { width, height } },
      // The reason comes as words only, and as the same ones in every language.
      (success, reason) => resolve(success ? 'printed' : /cancel/i.test(reason) ? 'cancelled' : 'failed'),
    )
  })
}
