import { createWatched, type Watched } from '../../../model/watched.ts'
import type { CommandId } from './catalogue.ts'

type RunCommand = () => void

/** An action with a name that a person chose: a view, a macro, an account to switch to. */
export interface NamedAction {
  /** Unique among all offered actions, e.g. `view:…`. */
  readonly id: string
  readonly label: string
  /** What it is (a view, a macro …), in the user's language. */
  readonly kind: string
  readonly run: RunCommand
}

/** The commands and actions that can run now. Components register theirs while they are on the screen. */
export interface CommandCenter {
  /** The latest registration of an id wins. Returns the function that removes it. */
  readonly register: (id: CommandId, run: RunCommand) => () => void
  /** False when nothing on the screen registered it. */
  readonly run: (id: CommandId) => boolean
  /** For the palette. */
  readonly available: Watched<ReadonlySet<CommandId>>
  /** Offers actions to the palette. Returns the function that withdraws them. */
  readonly offer: (actions: readonly NamedAction[]) => () => void
  readonly offered: Watched<readonly NamedAction[]>
}

export const createCommandCenter = (): CommandCenter => {
  const runners = new Map<CommandId, readonly RunCommand[]>()
  const available = createWatched<ReadonlySet<CommandId>>(new Set())
  const offered = createWatched<readonly NamedAction[]>([])
  const put = (id: CommandId, next: readonly RunCommand[]) => {
    if (next.length === 0) runners.delete(id)
    else runners.set(id, next)
    const known = available.snapshot()
    if (known.has(id) !== runners.has(id)) available.set(new Set(runners.keys()))
  }
  return {
    register: (id, run) => {
      put(id, [...(runners.get(id) ?? []), run])
      return () =>
        put(
          id,
          (runners.get(id) ?? []).filter(each => each !== run),
        )
    },
    run: id => {
      const run = runners.get(id)?.at(-1)
      run?.()
      return run !== undefined
    },
    available,
    offer: actions => {
      offered.set([...offered.snapshot(), ...actions])
      return () => offered.set(offered.snapshot().filter(each => !actions.includes(each)))
    },
    offered,
  }
}
