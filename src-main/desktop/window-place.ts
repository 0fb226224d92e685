import { z } from 'zod'

export const placeSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  maximized: z.boolean().default(false),
  fullScreen: z.boolean().default(false),
})
type Place = z.infer<typeof placeSchema>
/** Where the window was, by the screens that were there: a laptop goes back and forth between desk and bag. */
export type Places = Readonly<Record<string, Place>>

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
/** As much of Electron's Display as is used. */
interface Screen {
  readonly bounds: Area
  readonly workArea: Area
}

const keptAtMost = 8

/** Names a set of screens by where and how large they are. */
export const screensKey = (screens: readonly Screen[]): string =>
  screens
    .map(({ bounds: { x, y, width, height } }) => `${x},${y},${width}x${height}`)
    .sort()
    .join(' ')
    .slice(0, 500)

/** The place of last time with these screens, while enough of it can be seen to be taken hold of; else null. */
export function lastPlace(places: Places, screens: readonly Screen[]): Place | null {
  const last = places[screensKey(screens)]
  if (!last) return null
  const canBeHeld = screens.some(({ workArea: on }) => {
    const inX = last.x < on.x + on.width - 80 && last.x + last.width > on.x + 80
    return inX && last.y >= on.y - 8 && last.y < on.y + on.height - 40
  })
  return canBeHeld ? last : null
}

/** With one more place; the sets of screens that were used longest ago are forgotten. */
export function withPlace(places: Places, screens: readonly Screen[], place: Place): Record<string, Place> {
  const key = screensKey(screens)
  const others = Object.entries(places).filter(([other]) => other !== key)
  return Object.fromEntries([...others.slice(1 - keptAtMost), [key, place]])
}
