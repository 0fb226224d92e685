import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { haystackOf } from '../../../search/corpus.ts'
import type { CommandId } from '../../common/commands/catalogue.ts'
import type { NamedAction } from '../../common/commands/command-center.ts'
import { useCommandCenter } from '../../common/commands/commands.tsx'
import { still, useWatched } from '../../common/services/use-watched.ts'
import type { Named } from './found.ts'

const noCommands = still<ReadonlySet<CommandId>>(new Set())
const noActions = still<readonly NamedAction[]>([])

/** Searchable in both languages, for people who learnt the app in the other one. */
const inBoth = (key: string, t: TFunction, other: TFunction) => haystackOf(t(key), [other(key)])

/** Everything that can be done by name right now. `showSettings` takes the name of a part of the settings. */
export const useNamed = (showSettings: (part: string) => void): readonly Named[] => {
  const { t, i18n } = useTranslation()
  const center = useCommandCenter()
  const available = useWatched(center?.available ?? noCommands)
  const offered = useWatched(center?.offered ?? noActions)
  return useMemo(() => {
    const other = i18n.getFixedT(i18n.language.startsWith('tr') ? 'en' : 'tr')
    const commands = [...available]
      .filter(id => id !== 'find.box')
      .map((id): Named => {
        const key = `command.${id}`
        const run = () => void center?.run(id)
        return { kind: 'command', id, label: t(key), about: null, haystack: inBoth(key, t, other), run }
      })
    const actions = offered.map(({ id, label, kind, run }): Named => {
      return { kind: 'action', id, label, about: kind, haystack: haystackOf(label, [kind]), run }
    })
    const settings = settingsPages.map((key): Named => {
      const label = t(key)
      const run = () => showSettings(label)
      return { kind: 'setting', id: key, label, about: null, haystack: inBoth(key, t, other), run }
    })
    return [...commands, ...actions, ...settings]
  }, [available, offered, center, showSettings, t, i18n])
}

/** The sections of the settings screen, by the keys of their titles. */
const settingsPages = [
  'settings.look',
  'settings.accounts',
  'settings.notices.title',
  'desktop.title',
  'settings.protection',
  'settings.keys',
  'settings.about',
] as const

/** Shows and focuses a part of the screen by its name; false while it is not there. */
export const showPart = (name: string): boolean => {
  const part = document.querySelector<HTMLElement>(`main section[aria-label="${CSS.escape(name)}"]`)
  if (part === null) return false
  part.scrollIntoView({ block: 'start' })
  part.querySelector<HTMLElement>('input, select, button, a')?.focus({ preventScroll: true })
  return true
}
