import { z } from 'zod'

/** A sheet or a cut of a roll, in microns. Under 10 mm no driver takes it; over 5 m it is no slip. */
export const pageSizeSchema = z.object({
  widthMicrons: z.number().int().min(10_000).max(1_000_000),
  heightMicrons: z.number().int().min(10_000).max(5_000_000),
})
export type PageSize = z.infer<typeof pageSizeSchema>

/** How a print ended. The system tells no more of `failed` than that. */
export const printOutcomeSchema = z.enum(['printed', 'cancelled', 'no-printer', 'failed'])
export type PrintOutcome = z.infer<typeof printOutcomeSchema>

/** What a file is made of, as far as it may cross. */
export const fileDataSchema = z
  .string()
  .max(50_000_000)
  .or(z.custom<Uint8Array>(data => data instanceof Uint8Array && data.byteLength <= 200_000_000))

/** A file's name without a path, for the save dialog to begin with. */
export const fileNameSchema = z.string().regex(/^[\w.-]{1,120}$/)
