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
  /** The language at the start: the saved choice, else the system's. */
  language: z.enum(['tr', 'en']),
  /** The system's region as a BCP 47 tag. Spreadsheet programs read numbers by it, whatever the language of the app. */
  region: z.string(),
  theme: z.enum(['system', 'light', 'dark']),
  dataFolder: z.string(),
  /** Where the unreadable file of accounts was moved at this start; null when it was readable. */
  accountsSetAside: z.string().nullable(),
  /** Where the demo shop's panel is, when the demo shop runs. */
  demoPanelUrl: z.string().nullable(),
  /** Whether the system shows notices of outcomes; `unsupported` where it can't. */
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
  /** The attempts that main wrote an intent for, each with its outcome; null when no answer came. */
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

/** What the ledger keeps for 90 days of an entry that was over when it was compacted. */
const ledgerEndSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  state: z.enum(['CONFIRMED', 'DROPPED']),
  requestId: idSchema.nullable(),
  /** When it was over (ms since 1970). */
  at: z.number(),
  /** The form was told that the entry is not saved. */
  takenBack: z.literal(true).optional(),
})
export type LedgerEnd = z.infer<typeof ledgerEndSchema>

/**
 * Every call that the page may make. The types of requests, replies, handlers and the bridge derive from this map: add
 * a call here, and the compiler names the places that miss it.
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
  /** Opens an http(s) address from the shop's data in the system's browser. Main checks it first. */
  'app.openLink': { input: z.object({ url: z.string().max(4000) }), output: nothing },
  'app.log': {
    input: z.object({
      level: z.enum(['info', 'warn', 'error']),
      event: z.string().max(100),
      detail: z.string().max(2000),
    }),
    output: nothing,
  },
  /** Whether the disk has enough room to write to the databases. */
  'app.hasRoom': { input: nothing, output: z.boolean() },
  /** The answer to quit.requested. The page first answers `shown`; a page that does not is not waited for. */
  'app.quit': { input: z.object({ answer: z.enum(['shown', 'quit', 'stay-in-tray', 'cancel']) }), output: nothing },
  /**
   * The numbers of unsent entries and of those that need a person, for badge, tray and the question before quitting.
   */
  'app.unsent': {
    input: z.object({ count: z.number().int().min(0), needYou: z.number().int().min(0) }),
    output: nothing,
  },
  /**
   * Shows a system notice, unless the window has the focus or notices are switched off. A notice may stay on a lock
   * screen, so it may hold an order number and a product's name, but no other personal data. A click emits
   * `notices.clicked`.
   */
  'app.notify': {
    input: noticeSchema,
    output: nothing,
  },
  /** Asks where to save a file, and writes it. `saved` is false when the dialog was cancelled. Failures: `storage`. */
  'app.saveFile': {
    input: z.object({ name: fileNameSchema, data: fileDataSchema }),
    output: z.object({ saved: z.boolean() }),
  },
  /** The same for a PDF of the window in its print styles, on paper of this size. */
  'app.savePdf': {
    input: z.object({ name: fileNameSchema, page: pageSizeSchema }),
    output: z.object({ saved: z.boolean() }),
  },
  /** Opens the system's print dialog for the window in its print styles. */
  'app.print': { input: pageSizeSchema, output: printOutcomeSchema },

  /** All commands for the menu. The page calls this again when a text, a key or what can be done changes. */
  'desktop.showCommands': { input: z.object({ commands: z.array(menuCommandSchema).max(300) }), output: nothing },
  /** The links since the last call. `links.arrived` says when there are new ones. */
  'desktop.takeLinks': { input: nothing, output: z.array(deepLinkSchema) },
  'desktop.standing': { input: nothing, output: desktopStandingSchema },
  /** Failures: `storage` when the system's autostart entry can't be written. */
  'desktop.choose': { input: desktopChoicesSchema.partial(), output: desktopStandingSchema },

  /** The proxy that asks for a name and password and has none yet. */
  'proxy.asking': { input: nothing, output: askingProxySchema.nullable() },
  /**
   * Kept in memory until the app ends. Failures: `rejected` when the proxy refuses it, `offline` when the proxy could
   * not be reached.
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
   * Restarts the app with an empty profile and moves all old data to a folder of its own. Only while the vault is
   * `unavailable`. Failures: `refused` otherwise, `storage` when the move can't be recorded. On success no answer
   * comes.
   */
  'vault.setAside': { input: nothing, output: nothing },
  /** The folder with the data from before a fresh start, until `vault.keptSeen`; else null. */
  'vault.keptAside': { input: nothing, output: z.string().nullable() },
  'vault.keptSeen': { input: nothing, output: nothing },

  'accounts.list': { input: nothing, output: accountListSchema },
  'accounts.connectCustomer': { input: customerSignInSchema, output: accountListSchema },
  'accounts.connectStaff': { input: staffSignInSchema, output: accountListSchema },
  'accounts.connectDemo': { input: nothing, output: accountListSchema },
  'accounts.activate': { input: account, output: accountListSchema },
  'accounts.signOut': { input: account, output: accountListSchema },
  /** Applies to all accounts of the shop. An empty key means the default. Failures: `storage`. */
  'accounts.setQuantityKey': { input: account.extend({ quantityKey: quantityKeySchema }), output: accountListSchema },
  /** Removes the account and its session. The page drops entries and caches before. */
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
  /** Can't be undone, so it is sent as a write. `text` is the shop's answer. */
  'commerce.tradeIn': {
    input: byId.extend({ decision: z.enum(['approved', 'rejected']) }),
    output: z.object({ text: z.string().nullable(), alreadyDecided: z.boolean() }),
  },
  'omnitron.pending': { input: pageInput, output: pageSchema(pendingOrderSchema) },

  /**
   * Writes entries to the ledger with one sync, and answers when all are on disk. After a failure none of them counts
   * as written. After a crash before the answer, any number of them may be there.
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
  /** Writes the intent to the ledger, sends once, and writes the outcome. */
  'outbox.send': { input: sendInputSchema, output: outcomeSchema },
  /** The same for several entries in one bulk call. The outcomes are in the order of the sends. */
  'outbox.sendTogether': { input: sendTogetherInputSchema, output: z.array(outcomeSchema) },
} as const

type Calls = typeof calls
export type CallName = keyof Calls
export type CallInput<N extends CallName> = z.input<Calls[N]['input']>
export type ParsedInput<N extends CallName> = z.output<Calls[N]['input']>
export type CallOutput<N extends CallName> = z.output<Calls[N]['output']>

/** The events that main emits. */
const events = {
  'accounts.changed': accountListSchema,
  /** A command was chosen from the menu or the tray. The page knows what it does and whether it can be done. */
  'menu.command': z.object({ command: commandIdSchema }),
  /** A link into the app was followed. Call desktop.takeLinks. */
  'links.arrived': z.object({}),
  /** The user quits while there are unsent entries. Answer with app.quit. */
  'quit.requested': z.object({ unsent: z.number().int() }),
  /** Show the outbox; the entry, if the notice was about one. */
  'notices.clicked': z.object({ entryId: idSchema.nullable() }),
  /**
   * A proxy asks for a name and password. Emitted once for each proxy, and again when it refuses a password it took
   * before. Answer with proxy.signIn.
   */
  'proxies.asked': askingProxySchema,
  /** The machine woke up or the network changed, so the connection should be tried at once. */
  'power.resumed': z.object({}),
} as const

type Events = typeof events
export type EventName = keyof Events
export type EventPayload<N extends EventName> = z.output<Events[N]>
