import type { PageSize } from '../../../src-main/contract/paper.ts'

const micronsPerMm = 1000
const mmPerInch = 25.4
const cssPixelsPerInch = 96

export const mm = (pixels: number): number => (pixels / cssPixelsPerInch) * mmPerInch

export const a4 = { widthMm: 210, heightMm: 297 } as const
export const roll = { widthMm: 80 } as const

export const a4Page: PageSize = { widthMicrons: a4.widthMm * micronsPerMm, heightMicrons: a4.heightMm * micronsPerMm }

/** Layout for paper may round a line up; without this a roll would end in a second, empty page. */
const spareMm = 2

/** A roll cut behind its content, whose height on the screen is given in CSS pixels. */
export const rollPage = (contentPixels: number): PageSize => ({
  widthMicrons: roll.widthMm * micronsPerMm,
  heightMicrons: Math.ceil((mm(contentPixels) + spareMm) * micronsPerMm),
})
