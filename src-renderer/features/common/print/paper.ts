import { longestPageMicrons, type PageSize, shortestPageMicrons } from '../../../../src-main/contract/desktop.ts'

const micronsPerMm = 1000
const mmPerInch = 25.4
const cssPixelsPerInch = 96

export const mm = (pixels: number): number => (pixels / cssPixelsPerInch) * mmPerInch

/** What is printed on, and how much of it stays free on every page: a CSS `margin`. */
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
/** Layout for paper may round a line up; without this a roll would end in a second, empty page. */
const spareMm = 2
/** What a page may lose where a part that does not fit goes to the next one, and to margins of its own. */
const brokenMm = 250

/**
 * A roll cut behind its content, whose height on the screen is given in CSS pixels. What is longer than a page can be is
 * cut into several of about one length.
 */
export const rollPage = (contentPixels: number): PageSize => {
  const whole = (mm(contentPixels) + spareMm) * micronsPerMm
  const pages = Math.ceil(whole / longestPageMicrons)
  const height = pages === 1 ? whole : whole / pages + brokenMm * micronsPerMm
  return {
    widthMicrons: rollWidthMm * micronsPerMm,
    heightMicrons: Math.min(longestPageMicrons, Math.max(shortestPageMicrons, Math.ceil(height))),
  }
}
