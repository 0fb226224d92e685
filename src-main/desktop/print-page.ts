import type { WebContents } from 'electron'
import type { PageSize, PrintOutcome } from '../contract/paper.ts'

const micronsPerInch = 25_400
const noMargins = { top: 0, bottom: 0, left: 0, right: 0 }

/** The page as its print styles draw it, as a PDF of exactly this paper. */
export function pdfOf(contents: WebContents, { widthMicrons, heightMicrons }: PageSize): Promise<Uint8Array> {
  return contents.printToPDF({
    pageSize: { width: widthMicrons / micronsPerInch, height: heightMicrons / micronsPerInch },
    margins: noMargins,
    printBackground: true,
    preferCSSPageSize: false,
    generateTaggedPDF: true,
  })
}

/**
 * Opens the system's print dialog for the page as its print styles draw it. The paper is said in microns, or a receipt
 * printer shrinks the page to what it takes for a sheet (electron/electron#39179).
 */
export async function printPage(
  contents: WebContents,
  { widthMicrons: width, heightMicrons: height }: PageSize,
): Promise<PrintOutcome> {
  const printers = await contents.getPrintersAsync()
  if (printers.length === 0) return 'no-printer'
  return new Promise(resolve => {
    contents.print(
      { silent: false, printBackground: true, margins: { marginType: 'none' }, pageSize: { width, height } },
      // The reason comes as words only, and as the same ones in every language.
      (success, reason) => resolve(success ? 'printed' : /cancel/i.test(reason) ? 'cancelled' : 'failed'),
    )
  })
}
