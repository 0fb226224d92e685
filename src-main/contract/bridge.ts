import type { CallInput, CallName, CallOutput } from './calls.ts'
import type { EventName, EventPayload } from './events.ts'
import type { Reply } from './failures.ts'

type CallOf<N extends CallName> = (input: CallInput<N>) => Promise<Reply<CallOutput<N>>>

/** 'commerce.orders' becomes bridge.commerce.orders. */
type Groups = CallName extends `${infer G}.${string}` ? G : never

export type Bridge = {
  readonly [G in Groups]: {
    readonly [M in Extract<CallName, `${G}.${string}`> as M extends `${G}.${infer Short}` ? Short : never]: CallOf<M>
  }
} & {
  /** Listens until the returned function is called. */
  readonly on: <N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) => () => void
}
