import { z } from 'zod'
import { limits } from './limits.ts'

/**
 * A code with the shop's label. Code decides by `value`; `label` is only shown. Both are null when the shop sent
 * nothing usable.
 */
export const enumValueSchema = z.object({ value: z.string().nullable(), label: z.string().nullable() })
export type EnumValue = z.infer<typeof enumValueSchema>

/** An id as text, because real shops have ids above 2^53, strings, 0 and negative numbers. */
export const idSchema = z.string().min(1).max(limits.id)

/**
 * A decimal with the digits that the shop sent; null when it sent none. Never a float, and never 0 in place of nothing.
 */
export const moneySchema = z.string().nullable()

/** A date as the shop sent it (ISO-8601 as a rule, sometimes nonsense); null when it sent none. */
export const dateTextSchema = z.string().nullable()

export const textSchema = z.string().nullable()

/** True or false when the shop says so; null when the flag is missing or unusable. Null allows nothing. */
export const flagSchema = z.boolean().nullable()

/** Any other JSON from the shop, unchanged. Shown as text only. */
export const jsonSchema = z.unknown()
