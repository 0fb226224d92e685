import { z } from 'zod'
import type { CancellationReason } from '../../../../src-main/contract/resources.ts'
import { fold } from '../../../search/fold.ts'
import { useKept } from '../../common/services/use-kept.ts'
import { unknownVariables } from '../../common/words/template.ts'
import { reasonsFor } from '../form/choices.ts'

/** The variables of a note. `valuesOf` in macro-runner.tsx has their values. */
export const macroVariables = ['customerName', 'orderNumber', 'orderDate', 'productNames', 'shopName', 'today'] as const
export type MacroVariable = (typeof macroVariables)[number]

const macroSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  type: z.enum(['cancel', 'refund']),
  /** With its text, because another shop has another id for the same reason. */
  reason: z.object({ id: z.string(), text: z.string() }).nullable(),
  note: z.string(),
})

/** Type, reason and note to fill in at once. A macro never sends. */
export type Macro = z.infer<typeof macroSchema>
const macrosSchema = z.array(macroSchema)

/** The macro's reason in this shop: by id if the text matches too, else by text alone. */
export const reasonOf = (macro: Macro, reasons: readonly CancellationReason[]): CancellationReason | null => {
  if (macro.reason === null) return null
  const { id, text } = macro.reason
  const fitting = reasonsFor(reasons, macro.type)
  const says = (reason: CancellationReason) =>
    [reason.subject ?? '', ...Object.values(reason.translations)].some(words => fold(words) === fold(text))
  return fitting.find(reason => reason.id === id && says(reason)) ?? fitting.find(says) ?? null
}

type MacroProblem = 'nameMissing' | 'nameTaken' | 'unknownVariable'

/** The problems that prevent saving, by field. */
export const macroProblems = (
  macro: Macro,
  others: readonly Macro[],
): { readonly name: MacroProblem | null; readonly note: readonly string[] } => {
  const name = fold(macro.name)
  return {
    name:
      name === ''
        ? 'nameMissing'
        : others.some(other => other.id !== macro.id && fold(other.name) === name)
          ? 'nameTaken'
          : null,
    note: unknownVariables(macro.note, macroVariables),
  }
}

/** Turns a description into a note: replaces this order's data with variables, the longest values first. */
export const noteFrom = (description: string, values: Readonly<Record<MacroVariable, string | null>>): string =>
  macroVariables
    .flatMap(name => {
      const value = values[name]?.trim() ?? ''
      return value.length < 3 || name === 'today' ? [] : [{ name, value }]
    })
    .sort((a, b) => b.value.length - a.value.length)
    .reduce((text, { name, value }) => text.replaceAll(value, `{${name}}`), description.trim())

const none: readonly Macro[] = []

/** The macros of this computer, in the order of their keys 1 to 9. */
export const useMacros = () => {
  const [macros, set] = useKept<readonly Macro[]>('macros', macrosSchema, none)
  return {
    macros,
    /** Replaces a known macro in place; adds a new one at the end. */
    keep: (macro: Macro) =>
      set(
        macros.some(each => each.id === macro.id)
          ? macros.map(each => (each.id === macro.id ? macro : each))
          : [...macros, macro],
      ),
    put: (next: readonly Macro[]) => set(next),
  }
}
