import { z } from 'zod'
import { accountListSchema } from './accounts.ts'
import { commandIdSchema } from './desktop.ts'
import { askingProxySchema } from './proxy.ts'
import { idSchema } from './values.ts'

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
