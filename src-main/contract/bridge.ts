import type { CallInput, CallName, CallOutput, EventName, EventPayload } from './calls.ts'
import type { Reply } from './failures.ts'

type CallOf<N extends CallName> = (input: CallInput<N>) => Promise<Reply<CallOutput<N>>>

/** A T as JSON text. Replies cross as text, because objects would be copied twice, property by property. */
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

/** The calls and events as the page uses them. */
export type Bridge = Listening & {
  readonly [G in Groups]: { readonly [M in CallsOf<G> as ShortName<M, G>]: CallOf<M> }
}

/** The object that the preload exposes: the same calls, with replies as text. */
export type WireBridge = Listening & {
  readonly [G in Groups]: { readonly [M in CallsOf<G> as ShortName<M, G>]: WireCallOf<M> }
}
