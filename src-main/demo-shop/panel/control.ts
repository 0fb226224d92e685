import type { Fault } from '../faults/fault.ts'
import type { RequestLogEntry } from '../http/request-log.ts'
import type { Outcome } from '../world/request-record.ts'

/** The shop as the panel shows it. */
export interface PanelState {
  readonly shopUrl: string
  readonly up: boolean
  readonly faults: readonly Fault[]
  /** The shop's own time. */
  readonly now: number
  readonly clockOffsetMs: number
  readonly customer: { readonly email: string; readonly password: string }
  readonly staff: { readonly username: string; readonly password: string }
  readonly posts: number
  readonly writeError: string | undefined
}

/** What the panel can do with the shop. */
export interface PanelControl {
  state(): PanelState
  readonly log: readonly RequestLogEntry[]
  breakWith(fault: Fault): void
  heal(): void
  advance(ms: number): void
  decide(requestId: number, outcome: Outcome): boolean
}
