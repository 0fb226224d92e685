import type { CallInput, CallName, CallOutput, EventName, EventPayload } from './calls.ts'
import type { Reply } from './failures.ts'

type CallOf<N extends CallName> = (input: CallInput<N>) => Promise<Reply<CallOutput<N>>>

/** JSON text of a T. Replies cross as text: a page of orders as an object is copied twice, property by property. */
export type JsonOf<T> = string & { readonly jsonOf?: T }
type WireCallOf<N extends CallName> = (input: CallInput<N>) => Promise<JsonOf<Reply<CallOutput<N>>>>

/** 'commerce.orders' becomes bridge.commerce.orders. */
type Groups = CallName extends `${infer G}.${string}` ? G : never

type ShortName<M extends string, G extends string> = M extends `${G}.${infer Short}` ? Short : never
type CallsOf<G extends string> = Extract<CallName, `${G}.${string}`>

interface Listening {
  /** Listens until the returned function is called. */
  readonly on: <N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) => () => void
}

/** What the page calls. */
export type Bridge = Listening & {
  readonly [G in Groups]: { readonly [M in CallsOf<G> as ShortName<M, G>]: CallOf<M> }
}

/** What the preload offers: the same, with replies as text. */
export type WireBridge = Listening & {
  readonly [G in Groups]: { readonly [M in CallsOf<G> as ShortName<M, G>]: WireCallOf<M> }
}
