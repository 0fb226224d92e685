import { z } from 'zod'
import { routeNames } from '../rules/routes.ts'
import { answerNames } from './answers/answers.ts'

/** What a fault is limited to. Without limits it holds for every call until it is healed. */
const limits = {
  times: z.number().int().min(1).max(10_000).optional(),
  /** Only calls whose path contains this. */
  path: z.string().max(200).optional(),
  method: z.string().max(10).optional(),
  /** Only this call of the API. */
  route: z.enum(routeNames).optional(),
}

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
  /** Not a word about what the body is. */
  z.object({ kind: z.literal('no-content-type'), ...limits }),
  /** Half of the body, then a reset. */
  z.object({ kind: z.literal('reset-mid-body'), ...limits }),
  /** The body comes a few bytes at a time, `ms` apart. */
  z.object({ kind: z.literal('slow-drip'), ms: z.number().int().min(0).max(600_000), ...limits }),
  /** One of the tables of odd answers. Without limits it holds for every call on which it makes sense. */
  z.object({ kind: z.enum(answerNames), ...limits }),
])

export type Fault = z.infer<typeof faultSchema>
export type FaultKind = Fault['kind']
