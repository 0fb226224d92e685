import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual'

/** The rows in sight, and one more wherever it is. */
export const rangeWith = (range: Range, index: number, count: number): number[] => {
  const shown = defaultRangeExtractor(range)
  return index < 0 || index >= count || shown.includes(index) ? shown : [...shown, index].sort((a, b) => a - b)
}
