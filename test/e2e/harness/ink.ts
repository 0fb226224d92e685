import { PDFiumLibrary } from '@hyzyla/pdfium'

const mmPerPoint = 25.4 / 72
/** Dots a point: about a fifth of a millimetre each. */
const scale = 2

/** One page of a PDF as it is drawn (mm): its size, and how far the ink stays from each edge. */
export interface DrawnPage {
  readonly widthMm: number
  readonly heightMm: number
  readonly free: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
}

/** Draws every page with Chromium's own PDF engine and measures the ink. A page without any is a failure. */
export async function drawnPages(pdf: Buffer): Promise<DrawnPage[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const drawn: DrawnPage[] = []
  for (const page of document.pages()) {
    const { data, width, height } = await page.render({ scale, render: 'bitmap' })
    const ink = boxOf(data, width, height)
    const mm = (dots: number) => (dots / scale) * mmPerPoint
    drawn.push({
      widthMm: mm(width),
      heightMm: mm(height),
      free: {
        left: mm(ink.left),
        top: mm(ink.top),
        right: mm(width - 1 - ink.right),
        bottom: mm(height - 1 - ink.bottom),
      },
    })
  }
  document.destroy()
  library.destroy()
  return drawn
}

/** The smallest box that holds everything that is not white. */
function boxOf(bgra: Uint8Array, width: number, height: number) {
  const box = { left: width, top: height, right: -1, bottom: -1 }
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4
      if (bgra[at] === 255 && bgra[at + 1] === 255 && bgra[at + 2] === 255) continue
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x)
      box.top = Math.min(box.top, y)
      box.bottom = y
    }
  }
  if (box.right < 0) throw new Error('A page without ink.')
  return box
}
