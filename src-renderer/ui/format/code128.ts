import { code128, type DrawingContext } from 'bwip-js/generic'

export interface Bar {
  readonly x: number
  readonly width: number
}

export interface Bars {
  readonly bars: readonly Bar[]
  /** In modules: the width of the narrowest bar is 1. */
  readonly width: number
}

/** Scanners read plain ASCII everywhere, and what is longer than this no longer fits on a screen. */
const encodable = /^[ -~]{1,48}$/

/** Takes down where the library would draw bars; it draws nothing itself. */
const createCollector = (): DrawingContext<Bars> => {
  const bars: Bar[] = []
  let total = 0
  const nothing = () => undefined
  return {
    scale: () => [1, 1],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: width => {
      total = width
    },
    // A vertical stroke around its middle; odd widths lean to the left.
    line: (x, _y, _x1, _y1, width) => {
      bars.push({ x: x - Math.ceil(width / 2), width })
    },
    polygon: nothing,
    hexagon: nothing,
    ellipse: nothing,
    fill: nothing,
    text: nothing,
    end: () => ({ bars, width: total }),
  }
}

/** The bars of a Code 128 symbol; null for a text that has none. */
export const code128Bars = (text: string): Bars | null => {
  if (!encodable.test(text)) return null
  try {
    return code128({ bcid: 'code128', text, scale: 1, height: 10 }, createCollector())
  } catch {
    return null
  }
}
