import type { Session } from 'electron'
import type { PreferenceStore } from './preferences.ts'

/** The languages that texts for a shop are written in. */
const written = ['tr', 'en-GB']

/** A Mac brings its own dictionaries; elsewhere Chromium downloads them, which nobody does unasked. */
export const downloadsDictionaries = process.platform !== 'darwin'

/** Follows the person's choice. Must run before the first window: Chromium would get a dictionary for it by itself. */
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
