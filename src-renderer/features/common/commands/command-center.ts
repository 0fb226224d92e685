import type { Watched } from '../../../model/watched.ts'
import { createWatched } from '../../../model/watched.ts'
import type { CommandId } from './catalogue.ts'

type RunCommand = () => void

/** Something to run that a person made and named: a view, a macro, an account to switch to. */
export interface NamedAction {
  /** Unique among all that are offered, e.g. `view:…`. */
  readonly id: string
  readonly label: string
  /** What kind of thing it is, in the user's language. */
  readonly kind: string
  readonly run: RunCommand
}

/** What can be run right now: each part of the screen says what it can do while it is there. */
export interface CommandCenter {
  /** The newest registration of an id wins while it lasts. Returns its undo. */
  readonly register: (id: CommandId, run: RunCommand) => () => void
  /** False when nobody on the screen can do it. */
  readonly run: (id: CommandId) => boolean
  /** The ids that can be run, for the palette. */
  readonly available: Watched<ReadonlySet<CommandId>>
  /** Offers named actions to the palette until the undo is called. */
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
