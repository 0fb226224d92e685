import { z } from 'zod'
import { limits } from './limits.ts'
import { quantityKeySchema } from './quantity.ts'
import { idSchema } from './values.ts'

export const shopSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** One of the theme's eight accent colours, so that a person notices the wrong shop at a glance. */
  colour: z.number().int().min(0).max(7),
  commerceUrl: z.string().nullable(),
  omnitronUrl: z.string().nullable(),
  isDemo: z.boolean(),
  /**
   * The attribute under which the shop keeps the pieces of a merged line; missing for the default. An invalid one is
   * dropped and the rest of the file is used, because without the file every account would have to sign in again.
   */
  quantityKey: quantityKeySchema.optional().catch(undefined),
})
export type Shop = z.infer<typeof shopSchema>

const accountKindSchema = z.enum(['customer', 'staff'])
export type AccountKind = z.infer<typeof accountKindSchema>

/**
 * Made of shop, kind and user id. It owns every cached row and every entry. A new token of the same user gives the same
 * account.
 */
export const accountSchema = z.object({
  id: idSchema,
  shop: shopSchema,
  kind: accountKindSchema,
  userId: idSchema,
  /** Name or e-mail, for the account switch. */
  label: z.string(),
  signedIn: z.boolean(),
})
export type Account = z.infer<typeof accountSchema>

/**
 * The user id of an account whose shop did not say who is signed in. A name that a person gave it follows after a
 * colon.
 */
export const namelessId = 'session'
export const isNameless = (userId: string): boolean => userId === namelessId || userId.startsWith(`${namelessId}:`)

export const accountListSchema = z.object({ accounts: z.array(accountSchema), activeId: idSchema.nullable() })
export type AccountList = z.infer<typeof accountListSchema>

export const defaultCookieName = 'osessionid'
/** Shops use one of two names for the session cookie. The default stands for both. */
export const defaultCookieNames: readonly string[] = [defaultCookieName, 'sessionid']

const url = z.string().trim().min(1).max(limits.address)
const secret = z.string().min(1).max(limits.secret)

export const customerSignInSchema = z.object({
  commerceUrl: url,
  cookieName: z.string().trim().max(limits.cookieName),
  with: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('password'), email: z.string().trim().min(1).max(limits.userName), password: secret }),
    z.object({
      kind: z.literal('session'),
      sessionId: secret,
      /** A name for the session, for shops that do not say whose it is. */
      name: z.string().trim().max(limits.sessionName).optional(),
    }),
  ]),
})
export type CustomerSignIn = z.infer<typeof customerSignInSchema>

export const staffSignInSchema = z.object({
  omnitronUrl: url,
  with: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('password'),
      username: z.string().trim().min(1).max(limits.userName),
      password: secret,
      /** The code of the second factor. Needed after a failure of the kind `otp`. */
      code: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
    }),
    z.object({ kind: z.literal('token'), token: secret, username: z.string().trim().max(limits.userName) }),
  ]),
})
export type StaffSignIn = z.infer<typeof staffSignInSchema>

const proxyPlace = {
  host: z.string().max(limits.address),
  port: z.number().int(),
}

/** A proxy between this computer and a shop that asks for a name and password. */
export const askingProxySchema = z.object({
  ...proxyPlace,
  /** The name that the proxy gives itself; may be empty. */
  realm: z.string(),
  /** Whether the proxy refused the last name and password. */
  hasRefused: z.boolean(),
})
export type AskingProxy = z.infer<typeof askingProxySchema>

/** Names the proxy, so that a password typed for one proxy is never given to another. */
export const proxySignInSchema = z.object({
  ...proxyPlace,
  user: z.string().min(1).max(limits.userName),
  password: z.string().max(limits.secret),
})
export type ProxySignIn = z.infer<typeof proxySignInSchema>
