import { z } from 'zod'
import { useKept } from '../services/use-kept.ts'
import { commandIds, type OwnKeys } from './catalogue.ts'
import { asToday } from './keys.ts'
import { kept } from './rebind.ts'

const known = new Set<string>(commandIds)

interface KeySettings {
  /** Off: letters, digits and signs by themselves do nothing. */
  readonly singleKeys: boolean
  readonly own: OwnKeys
}

export const keySettingsSchema: z.ZodType<KeySettings> = z.object({
  singleKeys: z.boolean(),
  own: z
    .record(z.string(), z.array(z.string().min(1).max(40)))
    // A command of another version.
    .transform(own =>
      Object.fromEntries(
        Object.entries(own)
          .filter(([id]) => known.has(id))
          .map(([id, presses]) => [id, presses.map(asToday).filter(press => !kept.has(press))]),
      ),
    ),
})

const asDelivered: KeySettings = { singleKeys: true, own: {} }

export const useKeySettings = () => {
  const [settings, set] = useKept('keys', keySettingsSchema, asDelivered)
  return { ...settings, set }
}
