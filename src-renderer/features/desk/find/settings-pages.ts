/** The parts of the settings screen by the names that stand on them. */
export const settingsPages = [
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
