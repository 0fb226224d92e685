import { z } from 'zod'
import { limits } from './limits.ts'

const proxyPlace = {
  host: z.string().max(limits.address),
  port: z.number().int(),
}

/** A proxy between this computer and a shop, which wants a sign-in of its own. */
export const askingProxySchema = z.object({
  ...proxyPlace,
  /** What it calls itself; may be empty. */
  realm: z.string(),
  /** It has refused the name and password that it was given. */
  hasRefused: z.boolean(),
})
export type AskingProxy = z.infer<typeof askingProxySchema>

/** The place is a part of it: what is typed for one proxy is never given to another. */
export const proxySignInSchema = z.object({
  ...proxyPlace,
  user: z.string().min(1).max(limits.userName),
  password: z.string().max(limits.secret),
})
export type ProxySignIn = z.infer<typeof proxySignInSchema>
