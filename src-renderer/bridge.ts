import type { Bridge, WireBridge } from '../src-main/contract/bridge.ts'

declare global {
  interface Window {
    readonly counterside?: WireBridge
  }
}

let known: Bridge | null = null

/** The preload's object with its replies read. The only place that touches it; throws when the preload did not run. */
export function bridge(): Bridge {
  const wire = window.counterside
  if (!wire) throw new Error('The preload did not run: there is no bridge to the main process.')
  known ??= readReplies(wire)
  return known
}

/** The same groups and members; a reply is parsed from the text it crosses as. */
function readReplies({ on, ...groups }: WireBridge): Bridge {
  const read = (call: (input: unknown) => Promise<string>) => async (input: unknown) => JSON.parse(await call(input))
  const parsed = Object.entries(groups).map(([group, members]) => [
    group,
    Object.fromEntries(
      Object.entries(members).map(([name, call]) => [name, read(call as (input: unknown) => Promise<string>)]),
    ),
  ])
  // The two types differ in nothing but what was just done to every member.
  return { on, ...Object.fromEntries(parsed) } as Bridge
}
