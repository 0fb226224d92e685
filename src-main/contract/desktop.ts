import { z } from 'zod'

/** The id of a command of the page, such as `go.orders`. Only the page knows all ids. */
export const commandIdSchema = z.string().regex(/^[a-z]{1,20}\.[A-Za-z0-9-]{1,40}$/)

/** A key in Electron's notation. Stricter than Electron, which throws for a key it does not know. */
const acceleratorSchema = z
  .string()
  .regex(
    /^(?:CmdOrCtrl\+)?(?:Alt\+)?(?:Shift\+)?(?:[A-Z0-9,./]|F(?:[1-9]|1\d|2[0-4])|Up|Down|Left|Right|Return|Tab|Space|Esc|Home|End|PageUp|PageDown|Insert|Delete|Backspace)$/,
  )

/** One command as the menu shows it, in the user's language. */
export const menuCommandSchema = z.object({
  id: commandIdSchema,
  label: z.string().min(1).max(100),
  /** The key as shown in the menu. The page acts on it. */
  accelerator: acceleratorSchema.nullable(),
  /** Whether the command can be run on the present screen. */
  can: z.boolean(),
})
export type MenuCommand = z.infer<typeof menuCommandSchema>

/** A person's settings for tray, autostart and spelling. */
export const desktopChoicesSchema = z.object({
  /** Closing the window leaves the app in the tray. */
  closeToTray: z.boolean(),
  /** When the system starts the app, it starts in the tray. */
  startHidden: z.boolean(),
  /** Spelling is checked. Where the system has no dictionaries, they are downloaded. */
  spellcheck: z.boolean(),
  startWithSystem: z.boolean(),
})
export type DesktopChoices = z.infer<typeof desktopChoicesSchema>

export const desktopStandingSchema = desktopChoicesSchema.extend({
  /** False when this copy is not installed, so that the system can't start it. */
  canStartWithSystem: z.boolean(),
  /** False when the desktop shows no tray. A window is then minimised instead of hidden. */
  hasTray: z.boolean(),
  /** Whether turning the spelling check on downloads dictionaries. */
  downloadsDictionaries: z.boolean(),
})
export type DesktopStanding = z.infer<typeof desktopStandingSchema>

/**
 * What a followed link asks for. `refused`: a link that is not opened; `text` is the link, shortened, for people to
 * read.
 */
export const deepLinkSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order'), number: z.string().min(1).max(128) }),
  z.object({ kind: z.literal('refused'), text: z.string().max(200) }),
])
export type DeepLink = z.infer<typeof deepLinkSchema>

/** In microns. No printer driver takes a shorter page, and a PDF can't have a longer one than 5.08 m. */
export const shortestPageMicrons = 10_000
export const longestPageMicrons = 5_000_000

/** The size of a sheet, or of a piece of a roll. */
export const pageSizeSchema = z.object({
  widthMicrons: z.number().int().min(shortestPageMicrons).max(1_000_000),
  heightMicrons: z.number().int().min(shortestPageMicrons).max(longestPageMicrons),
})
export type PageSize = z.infer<typeof pageSizeSchema>

/**
 * How printing ended. The system gives no reason for `failed`. `no-answer`: the system did not list its printers in
 * time.
 */
export const printOutcomeSchema = z.enum(['printed', 'cancelled', 'no-printer', 'no-answer', 'failed'])
export type PrintOutcome = z.infer<typeof printOutcomeSchema>

/** The largest file that may cross: characters of a text, bytes otherwise. */
const longestText = 50_000_000
const mostBytes = 200_000_000

export const isTooLarge = (data: string | Uint8Array): boolean =>
  typeof data === 'string' ? data.length > longestText : data.byteLength > mostBytes

/** The content of a file. */
export const fileDataSchema = z
  .custom<string | Uint8Array>(data => typeof data === 'string' || data instanceof Uint8Array)
  .refine(data => !isTooLarge(data))

/** A file name without a path, as a suggestion for the save dialog. */
export const fileNameSchema = z.string().regex(/^[\w.-]{1,120}$/)
