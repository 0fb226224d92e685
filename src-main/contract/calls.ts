import { z } from 'zod'
import {
  accountListSchema,
  askingProxySchema,
  customerSignInSchema,
  proxySignInSchema,
  staffSignInSchema,
} from './accounts.ts'
import {
  commandIdSchema,
  deepLinkSchema,
  desktopChoicesSchema,
  desktopStandingSchema,
  fileDataSchema,
  fileNameSchema,
  menuCommandSchema,
  pageSizeSchema,
  printOutcomeSchema,
} from './desktop.ts'
import { entrySchema, mostRecorded, outcomeSchema, sendInputSchema, sendTogetherInputSchema } from './entries.ts'
import { limits } from './limits.ts'
import { orderFilterSchema } from './order-filter.ts'
import { pageSchema } from './pages.ts'
import { pendingOrderSchema } from './pending.ts'
import { quantityKeySchema } from './quantity.ts'
import {
  addressSchema,
  cancellationReasonSchema,
  cancellationRequestSchema,
  oldOrderSchema,
  orderSchema,
  userSchema,
} from './resources.ts'
import { idSchema } from './values.ts'
import { protectInputSchema, vaultStatusSchema } from './vault.ts'

const nothing = z.undefined()
const account = z.object({ accountId: idSchema })
const byId = account.extend({ id: idSchema })
const pageInput = account.extend({
  page: z.number().int().min(1).max(100_000),
  limit: z.number().int().min(1).max(500),
})

const appInfoSchema = z.object({
  version: z.string(),
  electron: z.string(),
  platform: z.string(),
  /** The language to begin with: the saved choice, else the system's. */
  language: z.enum(['tr', 'en']),
  /** The system's region as a BCP 47 tag, whatever language the app speaks: spreadsheets here write numbers by it. */
  region: z.string(),
  theme: z.enum(['system', 'light', 'dark']),
  dataFolder: z.string(),
  /** Where the file with the accounts was put when it could not be read at this start; they have to sign in again. */
  accountsSetAside: z.string().nullable(),
  /** Where the demo shop's panel is, when the demo shop runs. */
  demoPanelUrl: z.string().nullable(),
  /** Whether the system is told how requests ended; `unsupported` where it takes no notices. */
  notices: z.enum(['on', 'off', 'unsupported']),
})
export type AppInfo = z.infer<typeof appInfoSchema>

const noticeSchema = z.object({
  title: z.string().max(200),
  body: z.string().max(500),
  entryId: idSchema.nullable(),
})
export type SystemNotice = z.infer<typeof noticeSchema>

const ledgerEntrySchema = z.object({
  entry: entrySchema,
  /** Attempts main has an intent for, with the outcome it saw; null when the answer never came. */
  sends: z.array(
    z.object({
      revision: z.number().int(),
      attempt: z.number().int(),
      baselineIds: z.array(idSchema),
      startedAt: z.number(),
      outcome: outcomeSchema.nullable(),
    }),
  ),
})
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>

/** An entry that was over when the ledger was compacted: all that main still knows of it, for 90 days. */
const ledgerEndSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  state: z.enum(['CONFIRMED', 'DROPPED']),
  requestId: idSchema.nullable(),
  /** When it was over (ms since 1970). */
  at: z.number(),
  /** It was never saved: its form was told so. */
  takenBack: z.literal(true).optional(),
})
export type LedgerEnd = z.infer<typeof ledgerEndSchema>

/**
 * Everything the renderer may ask of main. Request, reply, handler and bridge types derive from this map;
 * adding a call is one line here, and the compiler finds the rest.
 */
export const calls = {
  'app.info': { input: nothing, output: appInfoSchema },
  'app.prefer': {
    input: z.object({
      language: z.enum(['tr', 'en']).optional(),
      theme: z.enum(['system', 'light', 'dark']).optional(),
      notices: z.boolean().optional(),
    }),
    output: nothing,
  },
  /** Opens an http(s) address of the shop's data in the system's browser, after main's own check. */
  'app.openLink': { input: z.object({ url: z.string().max(4000) }), output: nothing },
  'app.log': {
    input: z.object({
      level: z.enum(['info', 'warn', 'error']),
      event: z.string().max(100),
      detail: z.string().max(2000),
    }),
    output: nothing,
  },
  /** Whether the disk of the data folder has room for the databases to be written. */
  'app.hasRoom': { input: nothing, output: z.boolean() },
  /** The user's answer to quit.requested; before it `shown`, for a page that does not say so is asked no more. */
  'app.quit': { input: z.object({ answer: z.enum(['shown', 'quit', 'stay-in-tray', 'cancel']) }), output: nothing },
  /** How many entries are unsent, and how many of them need the person: for badge, tray and the question before quitting. */
  'app.unsent': {
    input: z.object({ count: z.number().int().min(0), needYou: z.number().int().min(0) }),
    output: nothing,
  },
  /**
   * Shows a notice of the system, unless somebody looks at the window, or does not want any. It may stay on a lock
   * screen, so of personal data it holds an order number and a product's name at most. A click says `notices.clicked`.
   */
  'app.notify': {
    input: noticeSchema,
    output: nothing,
  },
  /** Asks where to, and writes a file there. `saved` is false when the person thought better of it; failures: `storage`. */
  'app.saveFile': {
    input: z.object({ name: fileNameSchema, data: fileDataSchema }),
    output: z.object({ saved: z.boolean() }),
  },
  /** The same with the window as its print styles draw it, on paper of this size, as a PDF. */
  'app.savePdf': {
    input: z.object({ name: fileNameSchema, page: pageSizeSchema }),
    output: z.object({ saved: z.boolean() }),
  },
  /** Opens the system's print dialog for the window as its print styles draw it. */
  'app.print': { input: pageSizeSchema, output: printOutcomeSchema },

  /** Every command as the menu is to show it; again whenever a word, a key or what can be done has changed. */
  'desktop.showCommands': { input: z.object({ commands: z.array(menuCommandSchema).max(300) }), output: nothing },
  /** The links that came since the last time. `links.arrived` says that there are some. */
  'desktop.takeLinks': { input: nothing, output: z.array(deepLinkSchema) },
  'desktop.standing': { input: nothing, output: desktopStandingSchema },
  /** Failures: `storage` when the system's list of what to start can't be written. */
  'desktop.choose': { input: desktopChoicesSchema.partial(), output: desktopStandingSchema },

  /** The proxy that wants a sign-in and has none. */
  'proxy.asking': { input: nothing, output: askingProxySchema.nullable() },
  /**
   * Kept until the app ends, and only in memory. `rejected` when the proxy refuses it, `offline` when it could not be
   * asked.
   */
  'proxy.signIn': { input: proxySignInSchema, output: nothing },

  'vault.status': { input: nothing, output: vaultStatusSchema },
  'vault.protect': { input: protectInputSchema, output: vaultStatusSchema },
  'vault.unlock': {
    input: z.object({ passphrase: z.string().min(1).max(limits.passphrase) }),
    output: vaultStatusSchema,
  },
  /** The 32-byte data key as base64, once the vault is open. */
  'vault.key': { input: nothing, output: z.string() },
  /**
   * Ends the app and begins anew with nothing, all data of before kept in a folder of its own. Only while the vault
   * is `unavailable`, else `refused`; `storage` when not even that can be written down. A success is not answered.
   */
  'vault.setAside': { input: nothing, output: nothing },
  /** The folder with the data of before a new beginning, until `vault.keptSeen`; else null. */
  'vault.keptAside': { input: nothing, output: z.string().nullable() },
  'vault.keptSeen': { input: nothing, output: nothing },

  'accounts.list': { input: nothing, output: accountListSchema },
  'accounts.connectCustomer': { input: customerSignInSchema, output: accountListSchema },
  'accounts.connectStaff': { input: staffSignInSchema, output: accountListSchema },
  'accounts.connectDemo': { input: nothing, output: accountListSchema },
  'accounts.activate': { input: account, output: accountListSchema },
  'accounts.signOut': { input: account, output: accountListSchema },
  /** For the account's shop, and so for all accounts at it; an empty key is the default. Failures: `storage`. */
  'accounts.setQuantityKey': { input: account.extend({ quantityKey: quantityKeySchema }), output: accountListSchema },
  /** Forgets the account and its session; entries and caches are the renderer's to drop first. */
  'accounts.remove': { input: account, output: accountListSchema },

  'commerce.currentUser': { input: account, output: userSchema },
  'commerce.orders': {
    input: pageInput.extend({ filter: orderFilterSchema.optional() }),
    output: pageSchema(orderSchema),
  },
  'commerce.order': { input: byId, output: orderSchema },
  'commerce.cancellationView': { input: byId, output: orderSchema },
  'commerce.reasons': { input: pageInput, output: pageSchema(cancellationReasonSchema) },
  'commerce.requests': { input: pageInput, output: pageSchema(cancellationRequestSchema) },
  'commerce.oldOrders': { input: pageInput, output: pageSchema(oldOrderSchema) },
  'commerce.oldOrder': { input: byId, output: oldOrderSchema },
  'commerce.addresses': { input: pageInput, output: pageSchema(addressSchema) },
  /** Irreversible, so it travels as a write; `text` is the shop's own answer. */
  'commerce.tradeIn': {
    input: byId.extend({ decision: z.enum(['approved', 'rejected']) }),
    output: z.object({ text: z.string().nullable(), alreadyDecided: z.boolean() }),
  },
  'omnitron.pending': { input: pageInput, output: pageSchema(pendingOrderSchema) },

  /**
   * Writes entries as they stand to the ledger, with one sync for all, and answers once every one is on disk. After a
   * failure none of them counts as written. A crash before the answer leaves any number of them.
   */
  'ledger.record': { input: z.object({ entries: z.array(entrySchema).min(1).max(mostRecorded) }), output: nothing },
  'ledger.read': {
    input: nothing,
    output: z.object({
      entries: z.array(ledgerEntrySchema),
      ended: z.array(ledgerEndSchema),
      damagedLines: z.number().int(),
    }),
  },
  /** Writes the intent, sends once, writes the outcome. */
  'outbox.send': { input: sendInputSchema, output: outcomeSchema },
  /** The same for several at once, in one bulk call. Outcomes in the order of the sends. */
  'outbox.sendTogether': { input: sendTogetherInputSchema, output: z.array(outcomeSchema) },
} as const

export type Calls = typeof calls
export type CallName = keyof Calls
export type CallInput<N extends CallName> = z.input<Calls[N]['input']>
export type ParsedInput<N extends CallName> = z.output<Calls[N]['input']>
export type CallOutput<N extends CallName> = z.output<Calls[N]['output']>

/** What main says unasked. */
export const events = {
  'accounts.changed': accountListSchema,
  /** Chosen from the menu or the tray; the page knows what it means, and whether it can be done. */
  'menu.command': z.object({ command: commandIdSchema }),
  /** Somebody followed a link into the app: ask with desktop.takeLinks. */
  'links.arrived': z.object({}),
  /** The user wants to quit with unsent entries; answer with app.quit. */
  'quit.requested': z.object({ unsent: z.number().int() }),
  /** Show the outbox, at this entry when the notice was about one. */
  'notices.clicked': z.object({ entryId: idSchema.nullable() }),
  /** A proxy wants a sign-in: once for each, and again when it refuses what it took before. Answer with proxy.signIn. */
  'proxies.asked': askingProxySchema,
  /** The machine woke up or the network changed: worth a look at once. */
  'power.resumed': z.object({}),
} as const

type Events = typeof events
export type EventName = keyof Events
export type EventPayload<N extends EventName> = z.output<Events[N]>
