import { app, type Session } from 'electron'
import type { PreferenceStore } from './preferences.ts'

/** The languages that texts for a shop are written in. */
const written = ['tr', 'en-GB']

/** A Mac has its own dictionaries. Elsewhere Chromium downloads them, so the person must turn this on. */
export const downloadsDictionaries = process.platform !== 'darwin'

/**
 * Every session begins without spelling. Must run before the app is ready: Chromium asks Google for the dictionary of the
 * system's language as soon as a session with a language is there, whether or not any window checks spelling.
 */
export function beginWithoutSpelling(): void {
  app.on('session-created', session => {
    session.setSpellCheckerLanguages([])
    session.setSpellCheckerEnabled(false)
  })
}

/** Follows the person's choice. */
export function setupSpelling(session: Session, preferences: PreferenceStore): void {
  const follow = () => {
    const wanted = preferences.now.spellcheck
    if (downloadsDictionaries) {
      const known = session.availableSpellCheckerLanguages
      session.setSpellCheckerLanguages(wanted ? written.filter(language => known.includes(language)) : [])
    }
    session.setSpellCheckerEnabled(wanted)
  }
  follow()
  preferences.onChange(follow)
}
