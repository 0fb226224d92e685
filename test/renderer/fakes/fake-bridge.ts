import type { Bridge } from '../../../src-main/contract/bridge.ts'
import {
  type CallInput,
  type CallName,
  type CallOutput,
  calls,
  type EventName,
  type EventPayload,
} from '../../../src-main/contract/calls.ts'
import { failed, failure, type Reply } from '../../../src-main/contract/failures.ts'

export type Handlers = {
  [N in CallName]?: (input: CallInput<N>) => Reply<CallOutput<N>> | Promise<Reply<CallOutput<N>>>
}

export interface FakeBridge extends Bridge {
  /** Changes what calls answer; a call without a handler is refused. */
  readonly answer: (handlers: Handlers) => void
  /** Names of all calls so far, without the question for room that comes before every write to a database. */
  readonly asked: CallName[]
  readonly emit: <N extends EventName>(name: N, payload: EventPayload<N>) => void
}

/** The preload's object with handlers in main's place. Every reply takes a real tick, as over IPC. */
export function createFakeBridge(initial: Handlers = {}): FakeBridge {
  const handlers = new Map<string, (input: never) => unknown>()
  const listeners = new Map<string, Set<(payload: never) => void>>()
  const asked: CallName[] = []
  const answer = (more: Handlers): void => {
    for (const [name, handler] of Object.entries(more)) handlers.set(name, handler)
  }
  answer(initial)

  const groups: Record<string, Record<string, (input: never) => Promise<unknown>>> = {}
  for (const name of Object.keys(calls) as CallName[]) {
    const [group = '', member = ''] = name.split('.')
    groups[group] ??= {}
    Object.assign(groups[group], {
      [member]: async (input: never) => {
        if (name !== 'app.hasRoom') asked.push(name)
        await new Promise(resolve => setImmediate(resolve))
        return (await handlers.get(name)?.(input)) ?? failed(failure('refused'))
      },
    })
  }
  const on: Bridge['on'] = (name, listener) => {
    const all = listeners.get(name) ?? new Set()
    listeners.set(name, all.add(listener as (payload: never) => void))
    return () => {
      all.delete(listener as (payload: never) => void)
    }
  }
  return {
    ...(groups as unknown as Omit<Bridge, 'on'>),
    on,
    answer,
    asked,
    emit: (name, payload) => {
      for (const listener of listeners.get(name) ?? []) listener(payload as never)
    },
  } as FakeBridge
}
