import { code128, type DrawingContext } from 'bwip-js/generic'

interface Bar {
  readonly x: number
  readonly width: number
}

interface Bars {
  readonly bars: readonly Bar[]
  /** In modules: the width of the narrowest bar is 1. */
  readonly width: number
}

/** Every scanner reads plain ASCII. A longer text would not fit on a screen. */
const encodable = /^[ -~]{1,48}$/

/** Collects the bars that the library would draw. */
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

/** The bars of a Code 128 symbol; null when the text can't be encoded. */
export const code128Bars = (text: string): Bars | null => {
  if (!encodable.test(text)) return null
  try {
    return code128({ bcid: 'code128', text, scale: 1, height: 10 }, createCollector())
  } catch {
    return null
  }
}
