import { withoutTurning } from '../../../model/direction.ts'
import { mapOf } from '../services/collections.ts'

/** Part of a text that a person wrote with variables in braces: `Order {orderNumber} …`. */
type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }

const variable = /\{\s*([a-zA-Z]+)\s*\}/g

/** Braces without a name inside stay text. */
export const partsOf = (template: string): readonly TemplatePart[] => {
  const parts: TemplatePart[] = []
  let end = 0
  for (const found of template.matchAll(variable)) {
    if (found.index > end) parts.push({ kind: 'text', text: template.slice(end, found.index) })
    parts.push({ kind: 'variable', name: found[1] ?? '' })
    end = found.index + found[0].length
  }
  if (end < template.length) parts.push({ kind: 'text', text: template.slice(end) })
  return parts
}

/** Variables that are not among the known ones, each once. The template's editor refuses them. */
export const unknownVariables = (template: string, known: readonly string[]): readonly string[] => [
  ...new Set(
    partsOf(template).flatMap(part => (part.kind === 'variable' && !known.includes(part.name) ? [part.name] : [])),
  ),
]

export interface Filled {
  /** With the values filled in; a variable without one stays `{name}`. */
  readonly text: string
  /** Names of variables without a value, each once. */
  readonly holes: readonly string[]
  /** The same text in parts, to mark the holes. */
  readonly parts: readonly { readonly text: string; readonly hole: boolean }[]
}

/**
 * Null and blank values become holes. Removes the characters that set the writing direction from values: they could
 * reverse the rest of the sentence, and ours mean nothing in a message or at the shop.
 */
export const fillTemplate = (template: string, values: Readonly<Record<string, string | null>>): Filled => {
  const holes = new Set<string>()
  const given = mapOf(values)
  const parts = partsOf(template).map(part => {
    if (part.kind === 'text') return { text: part.text, hole: false }
    const value = withoutTurning(given.get(part.name) ?? '').trim()
    if (value !== '') return { text: value, hole: false }
    holes.add(part.name)
    return { text: `{${part.name}}`, hole: true }
  })
  return { text: parts.map(part => part.text).join(''), holes: [...holes], parts }
}
