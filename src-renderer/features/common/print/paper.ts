import { longestPageMicrons, type PageSize, shortestPageMicrons } from '../../../../src-main/contract/desktop.ts'

const micronsPerMm = 1000
const mmPerInch = 25.4
const cssPixelsPerInch = 96

const mm = (pixels: number): number => (pixels / cssPixelsPerInch) * mmPerInch

/** The page size, and the margin of every page as a CSS `margin`. */
export interface Paper {
  readonly page: PageSize
  readonly margin: string
}

const sheet = (widthMm: number, heightMm: number): PageSize => ({
  widthMicrons: widthMm * micronsPerMm,
  heightMicrons: heightMm * micronsPerMm,
})

export const a4Page = sheet(210, 297)
export const letterPage = sheet(215.9, 279.4)

const rollWidthMm = 80
/** The print layout may round a line up. Without spare room, a roll would end in an empty second page. */
const spareMm = 2
/** Room that a page may lose to margins, and to a part that moves to the next page. */
const lostAtBreakMm = 250

/**
 * A roll that is cut after its content; `contentPixels` is the content's height in CSS pixels. Content longer than the
 * longest page gets several pages of about the same length.
 */
export const rollPage = (contentPixels: number): PageSize => {
  const whole = (mm(contentPixels) + spareMm) * micronsPerMm
  const pages = Math.ceil(whole / longestPageMicrons)
  const height = pages === 1 ? whole : whole / pages + lostAtBreakMm * micronsPerMm
  return {
    widthMicrons: rollWidthMm * micronsPerMm,
    heightMicrons: Math.min(longestPageMicrons, Math.max(shortestPageMicrons, Math.ceil(height))),
  }
}
