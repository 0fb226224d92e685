import { z } from 'zod'

/** What a fault is limited to. Without limits it holds for every call until it is healed. */
const limits = {
  times: z.number().int().min(1).max(10_000).optional(),
  /** Only calls whose path contains this. */
  path: z.string().max(200).optional(),
  method: z.string().max(10).optional(),
}

export const oddKinds = [
  'bare-array',
  'data-wrapped',
  'empty-object',
  'results-null',
  'count-wrong',
  'next-other-host',
  'next-loop',
  'duplicate-ids',
  'rows-null',
  'rows-strings',
  'status-empty',
  'odd-order',
  'html-body',
  'empty-body',
  'bom',
  'top-null',
] as const

/** How a list is odd. `odd-order` puts two orders into it that break every habit at once. */
export type OddKind = (typeof oddKinds)[number]

export const faultSchema = z.discriminatedUnion('kind', [
  /** Nobody listens any more and every socket is cut. The panel stays up. Limits do not apply. */
  z.object({ kind: z.literal('network-down'), ...limits }),
  /** The call takes effect, then the socket is cut before any byte. Writes only, unless a method is given. */
  z.object({ kind: z.literal('answer-lost'), ...limits }),
  /** The whole call is read, then the connection is reset. Nothing happened. */
  z.object({ kind: z.literal('reset-before-effect'), ...limits }),
  z.object({ kind: z.literal('late'), ms: z.number().int().min(0).max(600_000), ...limits }),
  /** Ends every customer session at once. Happens once, limits do not apply. */
  z.object({ kind: z.literal('session-expired'), ...limits }),
  /** Revokes every staff token at once. Happens once, limits do not apply. */
  z.object({ kind: z.literal('token-revoked'), ...limits }),
  z.object({ kind: z.literal('captive-portal'), ...limits }),
  /** A redirect to the login page instead of an answer. Signing in itself works. */
  z.object({ kind: z.literal('login-redirect'), ...limits }),
  z.object({ kind: z.literal('server-error-before-effect'), ...limits }),
  /** The call takes effect and is answered by a 500 page. Writes only, unless a method is given. */
  z.object({ kind: z.literal('server-error-after-effect'), ...limits }),
  /** Seconds or an HTTP date; null leaves the header out. */
  z.object({
    kind: z.literal('throttled'),
    retryAfter: z.union([z.number(), z.string()]).nullable().optional(),
    ...limits,
  }),
  /** No CSRF token is good enough. Writes only. */
  z.object({ kind: z.literal('csrf-broken'), ...limits }),
  z.object({ kind: z.literal('truncated-head'), ...limits }),
  z.object({ kind: z.literal('truncated-body'), ...limits }),
  /** Reads only, unless a method is given. */
  z.object({ kind: z.literal('odd-json'), odd: z.enum(oddKinds), ...limits }),
])

export type Fault = z.infer<typeof faultSchema>
export type FaultKind = Fault['kind']
