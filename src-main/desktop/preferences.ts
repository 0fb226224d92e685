import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { z } from 'zod'
import { codeOf } from '../base/error-codes.ts'
import { logEvent, logRejection } from '../base/log.ts'
import { readIfThere, replaceFile, setFileAside } from '../base/write-file.ts'
import { placeSchema } from './window-place.ts'

const preferencesSchema = z.object({
  language: z.enum(['tr', 'en']).optional(),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Whether the system is told how requests ended. */
  notices: z.boolean().default(true),
  /** Where the window was, by the set of screens. */
  places: z.record(z.string(), placeSchema).default({}),
  zoom: z.number().min(0.5).max(3).default(1),
  closeToTray: z.boolean().default(false),
  startHidden: z.boolean().default(false),
  /** Off until somebody turns it on: on most systems it downloads dictionaries. */
  spellcheck: z.boolean().default(false),
})
type Preferences = z.infer<typeof preferencesSchema>

/**
 * Tells Chromium the saved language, for date and time fields. Must run before the app is ready,
 * so it reads by itself and in one go; a language changed later counts from the next start.
 */
export function applySavedLanguage(): void {
  try {
    const saved = preferencesSchema.parse(JSON.parse(readFileSync(preferencesPath(), 'utf8')))
    if (saved.language) app.commandLine.appendSwitch('lang', saved.language === 'tr' ? 'tr' : 'en-GB')
  } catch {
    // No choice yet, or a file that PreferenceStore will set aside: the system's language stands.
  }
}

/** The language until one is chosen. Electron knows the system's only once it is ready; until then it is English. */
export const systemLanguage = (): 'tr' | 'en' => (app.getLocale().toLowerCase().startsWith('tr') ? 'tr' : 'en')

/** The region that the system writes numbers by. It is apart from the language, which a person may choose for the app alone. */
export const systemRegion = (): string =>
  [app.getSystemLocale(), ...app.getPreferredSystemLanguages()].find(isLocale) ?? app.getLocale()

const isLocale = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    // Linux may name none, or "C".
    return false
  }
}

const preferencesPath = (): string => join(app.getPath('userData'), 'preferences.json')

/** Choices that belong to the machine: language, theme, notices, the window's places and zoom, how it starts and closes. A file that can't be read is set aside, not obeyed. */
export class PreferenceStore {
  readonly #path: string
  #now: Preferences = preferencesSchema.parse({})
  #writing: Promise<void> = Promise.resolve()
  #unwritten = 0
  readonly #listeners = new Set<() => void>()

  private constructor(path: string) {
    this.#path = path
  }

  static async open(): Promise<PreferenceStore> {
    const store = new PreferenceStore(preferencesPath())
    try {
      const text = await readIfThere(store.#path)
      if (text !== null) store.#now = preferencesSchema.parse(JSON.parse(text))
    } catch (error) {
      logEvent('warn', 'preferences-unreadable', codeOf(error) ?? '')
      // Choices are no reason not to start.
      await setFileAside(store.#path).catch(logRejection)
    }
    return store
  }

  get now(): Preferences {
    return this.#now
  }

  get language(): 'tr' | 'en' {
    return this.#now.language ?? systemLanguage()
  }

  /** The shop's form of the language, for Accept-Language. */
  get shopLanguage(): string {
    return this.language === 'tr' ? 'tr-tr' : 'en-us'
  }

  /** Tells of every change, until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The writes that are still to come; null when everything is on disk. */
  get writing(): Promise<void> | null {
    return this.#unwritten === 0 ? null : this.#writing
  }

  /** Changes some and writes them down; writes queue behind each other. */
  change(some: Partial<Preferences>): Promise<void> {
    this.#now = { ...this.#now, ...some }
    for (const listener of this.#listeners) listener()
    const text = JSON.stringify(this.#now, null, 2)
    const write = () => replaceFile(this.#path, text)
    this.#unwritten += 1
    this.#writing = this.#writing.then(write, write).finally(() => {
      this.#unwritten -= 1
    })
    return this.#writing
  }
}
