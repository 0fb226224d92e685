import { z } from 'zod'
import { limits } from './limits.ts'

/** A code with the shop's own label. `value` decides; `label` is only shown. Both null when the shop sent nothing usable. */
export const enumValueSchema = z.object({ value: z.string().nullable(), label: z.string().nullable() })
export type EnumValue = z.infer<typeof enumValueSchema>

/** An id as text: ids of real shops pass 2^53, are strings, 0 or negative. */
export const idSchema = z.string().min(1).max(limits.id)

/** A decimal as the shop sent it, digits untouched; null when it sent none. Never a float, never a made-up 0. */
export const moneySchema = z.string().nullable()

/** A date as the shop sent it (ISO-8601 as a rule, sometimes nonsense); null when it sent none. */
export const dateTextSchema = z.string().nullable()

export const textSchema = z.string().nullable()

/** True or false only when the shop said so; null when the flag is missing or unusable, and then nothing is allowed. */
export const flagSchema = z.boolean().nullable()

/** Anything else of the shop's JSON, kept as it came. Shown as text only. */
export const jsonSchema = z.unknown()
