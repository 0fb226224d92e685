import { isRoute } from '../rules/routes.ts'
import { answerNamed } from './answers/answers.ts'
import type { Fault, FaultKind } from './fault.ts'

const readMethods = new Set(['GET', 'HEAD'])
const writesOnly: ReadonlySet<FaultKind> = new Set(['answer-lost', 'server-error-after-effect', 'csrf-broken'])
// A shop that answers nothing to a sign-in could never be signed in to again.
const signInPaths = ['/users/login/', '/csrf_token/', '/auth/login/']

/** The faults that are on, each with how often it still strikes. */
export class FaultBox {
  #active: { fault: Fault; left: number }[] = []

  /** The faults that are on, oldest first. */
  get active(): readonly Fault[] {
    return this.#active.map(({ fault, left }) => (Number.isFinite(left) ? { ...fault, times: left } : fault))
  }

  /** Turns a fault on. One of the same kind and the same limits takes the older one's place. */
  add(fault: Fault): void {
    const same = (other: Fault) =>
      other.kind === fault.kind &&
      other.path === fault.path &&
      other.method === fault.method &&
      other.route === fault.route
    this.#active = [
      ...this.#active.filter(row => !same(row.fault)),
      { fault, left: fault.times ?? Number.POSITIVE_INFINITY },
    ]
  }

  clear(): void {
    this.#active = []
  }

  /** The faults that strike this call, each counted as used once. */
  take(method: string, path: string): Fault[] {
    const struck = this.#active.filter(({ fault }) => strikes(fault, method, path))
    for (const row of struck) row.left -= 1
    this.#active = this.#active.filter(row => row.left > 0)
    return struck.map(row => row.fault)
  }
}

function strikes(fault: Fault, method: string, path: string): boolean {
  if (fault.path !== undefined && !path.includes(fault.path)) return false
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false
  if (fault.route !== undefined) return isRoute(fault.route, method, path)
  const named = answerNamed(fault.kind)
  if (named) return named.routes.some(route => isRoute(route, method, path))
  if (fault.method !== undefined) return true
  if (fault.kind === 'login-redirect') return !signInPaths.some(signIn => path.includes(signIn))
  return !writesOnly.has(fault.kind) || !readMethods.has(method)
}
