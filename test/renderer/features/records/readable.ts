const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }

const decoded = (text: string): string => text.replace(/&([^;]+);/g, (whole, name: string) => entities[name] ?? whole)

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)
  return found ? decoded(found[1] ?? '') : null
}

/** What a screen reader says and a tip shows beside the text itself. */
const spokenOf = (tag: string): readonly (string | null)[] => {
  if (/ type="(?:hidden|checkbox|radio)"/.test(tag)) return [attribute(tag, 'aria-label')]
  return ['title', 'aria-label', 'alt', 'placeholder', 'value'].map(name => attribute(tag, name))
}

/** A line each time a person sees a new one. */
const inline = /^<\/?(?:span|bdi|b|i|em|strong|small|mark|time|wbr|abbr|q)\b/

/**
 * What a person reads of markup that React has written: its text, line by line, with tips, names of controls and what is
 * typed in fields. Classes, test ids and data attributes are for machines and do not count; an option's value neither.
 */
export function readable(markup: string): string {
  const lines: string[] = ['']
  for (const [part] of markup.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!part.startsWith('<')) {
      lines.push(`${lines.pop() ?? ''}${decoded(part)}`)
      continue
    }
    const said = /^<(?:\/|option)/.test(part) ? [] : spokenOf(part).filter(text => text !== null && text !== '')
    if (!inline.test(part)) lines.push('')
    if (said.length > 0) lines.push(...said.map(text => `(${text})`), '')
  }
  return lines
    .map(line => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
}
