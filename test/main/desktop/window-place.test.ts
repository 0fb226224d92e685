import { describe, expect, it } from 'vitest'
import { lastPlace, type Places, placeSchema, screensKey, withPlace } from '../../../src-main/desktop/window-place.ts'

const screenAt = (x: number, y: number, width: number, height: number) => ({
  bounds: { x, y, width, height },
  workArea: { x, y, width, height: height - 40 },
})
const laptop = screenAt(0, 0, 1366, 768)
const desk = screenAt(1366, 0, 2560, 1440)
const place = (x: number, more: object = {}) => placeSchema.parse({ x, y: 50, width: 1000, height: 600, ...more })

describe('where the window was', () => {
  it('is kept for each set of screens, with how it filled them', () => {
    let places: Places = withPlace({}, [laptop], place(10))
    places = withPlace(places, [laptop, desk], place(1500, { maximized: true }))
    expect(lastPlace(places, [laptop])).toEqual(place(10))
    expect(lastPlace(places, [desk, laptop])).toEqual(place(1500, { maximized: true }))
    expect(lastPlace(places, [desk])).toBeNull()
  })

  it('does not count when nobody could take hold of it', () => {
    expect(lastPlace({ [screensKey([laptop])]: place(1320) }, [laptop])).toBeNull()
    expect(lastPlace({ [screensKey([laptop])]: place(-990) }, [laptop])).toBeNull()
    expect(lastPlace({ [screensKey([laptop])]: { ...place(0), y: 720 } }, [laptop])).toBeNull()
    expect(lastPlace({ [screensKey([laptop])]: place(1200) }, [laptop])).not.toBeNull()
  })

  it('forgets the set of screens that was used longest ago', () => {
    const sets = Array.from({ length: 12 }, (_, index) => [screenAt(0, 0, 1000 + index, 800)])
    const places = sets.reduce<Places>((kept, set, index) => withPlace(kept, set, place(index)), {})
    expect(sets.map(set => lastPlace(places, set)?.x ?? null)).toEqual([
      null,
      null,
      null,
      null,
      4,
      5,
      6,
      7,
      8,
      9,
      10,
      11,
    ])
  })
})
