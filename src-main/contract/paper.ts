import { z } from 'zod'

/** In microns. No driver takes a shorter page; a PDF can't hold one that is longer than 5.08 m. */
export const shortestPageMicrons = 10_000
export const longestPageMicrons = 5_000_000

/** A sheet or a cut of a roll. */
export const pageSizeSchema = z.object({
  widthMicrons: z.number().int().min(shortestPageMicrons).max(1_000_000),
  heightMicrons: z.number().int().min(shortestPageMicrons).max(longestPageMicrons),
})
export type PageSize = z.infer<typeof pageSizeSchema>

/** How a print ended. The system tells no more of `failed` than that; `no-answer`: it never said which printers it has. */
export const printOutcomeSchema = z.enum(['printed', 'cancelled', 'no-printer', 'no-answer', 'failed'])
export type PrintOutcome = z.infer<typeof printOutcomeSchema>

/** The most that crosses for one file: letters of a text, bytes of anything else. */
const longestText = 50_000_000
const mostBytes = 200_000_000

export const isTooLarge = (data: string | Uint8Array): boolean =>
  typeof data === 'string' ? data.length > longestText : data.byteLength > mostBytes

/** What a file is made of, as far as it may cross. */
export const fileDataSchema = z
  .custom<string | Uint8Array>(data => typeof data === 'string' || data instanceof Uint8Array)
  .refine(data => !isTooLarge(data))

/** A file's name without a path, for the save dialog to begin with. */
export const fileNameSchema = z.string().regex(/^[\w.-]{1,120}$/)
