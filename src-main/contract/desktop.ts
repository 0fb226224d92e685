import { z } from 'zod'

/** The id of a command of the page, e.g. `go.orders`. The page alone knows which there are. */
export const commandIdSchema = z.string().regex(/^[a-z]{1,20}\.[A-Za-z0-9-]{1,40}$/)

/** A key as Electron writes it. Stricter than Electron, which throws at what it does not know. */
const acceleratorSchema = z
  .string()
  .regex(
    /^(?:CmdOrCtrl\+)?(?:Alt\+)?(?:Shift\+)?(?:[A-Z0-9,./]|F(?:[1-9]|1\d|2[0-4])|Up|Down|Left|Right|Return|Tab|Space|Esc|Home|End|PageUp|PageDown|Insert|Delete|Backspace)$/,
  )

/** One command as the menu shows it, in the user's language. */
export const menuCommandSchema = z.object({
  id: commandIdSchema,
  label: z.string().min(1).max(100),
  /** The key that the page acts on; the menu only shows it. */
  accelerator: acceleratorSchema.nullable(),
  /** Whether anything on the screen can do it now. */
  can: z.boolean(),
})
export type MenuCommand = z.infer<typeof menuCommandSchema>

/** What a person chose about the app's place in the system. */
export const desktopChoicesSchema = z.object({
  /** Closing the window leaves the app in the tray. */
  closeToTray: z.boolean(),
  /** Started by the system, it begins in the tray. */
  startHidden: z.boolean(),
  /** Spelling is checked; where the system has no dictionaries, they are downloaded. */
  spellcheck: z.boolean(),
  startWithSystem: z.boolean(),
})
export type DesktopChoices = z.infer<typeof desktopChoicesSchema>

export const desktopStandingSchema = desktopChoicesSchema.extend({
  /** False where this copy can't be started by the system: it is not installed. */
  canStartWithSystem: z.boolean(),
  /** False where the desktop shows no tray now: a window that closes into it, or starts in it, is minimised instead. */
  hasTray: z.boolean(),
  /** Whether turning the spelling check on downloads dictionaries. */
  downloadsDictionaries: z.boolean(),
})
export type DesktopStanding = z.infer<typeof desktopStandingSchema>

/** What somebody who clicked on a link wants. `refused`: nothing that is opened; `text` is the link, cut and only for reading. */
export const deepLinkSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order'), number: z.string().min(1).max(128) }),
  z.object({ kind: z.literal('refused'), text: z.string().max(200) }),
])
export type DeepLink = z.infer<typeof deepLinkSchema>

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
