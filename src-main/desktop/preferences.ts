import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { app } from 'electron'
import { z } from 'zod'
import { logEvent } from './log.ts'
import { readIfThere, replaceFile } from './write-file.ts'

const preferencesSchema = z.object({
  language: z.enum(['tr', 'en']).optional(),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  window: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
})
export type Preferences = z.infer<typeof preferencesSchema>

/** Choices that belong to the machine: language, theme, where the window was. A file that can't be read is set aside, not obeyed. */
export class PreferenceStore {
  readonly #path: string
  #now: Preferences = { theme: 'system' }
  #writing: Promise<void> = Promise.resolve()

  private constructor(path: string) {
    this.#path = path
  }

  static async open(): Promise<PreferenceStore> {
    const store = new PreferenceStore(join(app.getPath('userData'), 'preferences.json'))
    const text = await readIfThere(store.#path)
    if (text === null) return store
    try {
      store.#now = preferencesSchema.parse(JSON.parse(text))
    } catch {
      logEvent('warn', 'preferences-unreadable')
      await rename(store.#path, `${store.#path}.broken`)
    }
    return store
  }

  get now(): Preferences {
    return this.#now
  }

  get language(): 'tr' | 'en' {
    return this.#now.language ?? (app.getLocale().toLowerCase().startsWith('tr') ? 'tr' : 'en')
  }

  /** The shop's form of the language, for Accept-Language. */
  get shopLanguage(): string {
    return this.language === 'tr' ? 'tr-tr' : 'en-us'
  }

  /** Changes some and writes them down; writes queue behind each other. */
  change(some: Partial<Preferences>): Promise<void> {
    this.#now = { ...this.#now, ...some }
    const text = JSON.stringify(this.#now, null, 2)
    const write = () => replaceFile(this.#path, text)
    this.#writing = this.#writing.then(write, write)
    return this.#writing
  }
}
