import type { Order, OrderItem } from '../../../src-main/contract/resources.ts'
import type { draftsOf } from '../cancellation/drafts.ts'
import { eligibilityOf, quantityOf, requestIdsOf } from '../data/eligibility.ts'
import { type EntriesByItem, overlayOf } from '../data/entries.ts'
import { fillTemplate } from '../data/template.ts'
import type { Macro } from './macro.ts'

export type MacroOutcome =
  | { readonly kind: 'filled'; readonly holes: readonly string[]; readonly reasonMissing: boolean }
  /** No line of the order, or not every chosen one, allows the macro's type. */
  | { readonly kind: 'does-not-fit' }

interface ApplyInput {
  readonly macro: Macro
  readonly order: Order
  readonly entries: EntriesByItem
  /** Order items that are chosen; with none, all that allow the type are taken. */
  readonly chosen: ReadonlySet<string>
  readonly drafts: Pick<ReturnType<typeof draftsOf>, 'selectOnly' | 'setForm' | 'setStep'>
  readonly reasonId: string | null
  readonly valuesFor: (items: readonly OrderItem[]) => Readonly<Record<string, string | null>>
}

/** Fills the form and stops there. A variable without a value is left out of the note, and named. */
export const applyMacro = (input: ApplyInput): MacroOutcome => {
  const { macro, order, entries, chosen, drafts, reasonId } = input
  const allowing = order.orderitem_set.filter(item =>
    eligibilityOf(item, order, overlayOf(entries.get(item.id), requestIdsOf(item))).types.includes(macro.type),
  )
  const items = chosen.size === 0 ? allowing : allowing.filter(item => chosen.has(item.id))
  if (items.length === 0 || items.length < chosen.size) return { kind: 'does-not-fit' }
  const note = fillTemplate(macro.note, input.valuesFor(items))
  drafts.selectOnly(new Map(items.map(item => [item.id, quantityOf(item)])))
  drafts.setForm({
    type: macro.type,
    reason: reasonId ?? '',
    description: note.parts
      .map(part => (part.hole ? '' : part.text))
      .join('')
      .replace(/ {2,}/g, ' ')
      .trim(),
  })
  drafts.setStep('edit')
  return { kind: 'filled', holes: note.holes, reasonMissing: macro.reason !== null && reasonId === null }
}
