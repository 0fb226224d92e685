import type { Order, OrderItem } from '../../../../src-main/contract/resources.ts'
import { eligibilityOf } from '../../../model/eligibility.ts'
import { type EntriesByItem, overlayOf } from '../../../model/entries.ts'
import { requestIdsOf } from '../../../model/item-requests.ts'
import { quantityOf } from '../../../model/priced-order.ts'
import { fillTemplate } from '../../common/words/template.ts'
import type { draftsOf } from '../form/drafts.ts'
import { linesToAsk } from './lines-to-ask.ts'
import type { Macro } from './macros.ts'

export type MacroOutcome =
  | { readonly kind: 'filled'; readonly holes: readonly string[]; readonly reasonMissing: boolean }
  /** No line allows the macro's type, or not every selected line does. */
  | { readonly kind: 'does-not-fit' }
  /** The order has several lines and none is selected, so nothing was filled in. */
  | { readonly kind: 'which-lines' }

interface ApplyInput {
  readonly macro: Macro
  readonly order: Order
  readonly entries: EntriesByItem
  /** The selected order items. */
  readonly chosen: ReadonlySet<string>
  /** The order item that has the focus. */
  readonly focused?: string | undefined
  readonly drafts: Pick<ReturnType<typeof draftsOf>, 'selectOnly' | 'setForm' | 'setStep'>
  readonly reasonId: string | null
  readonly valuesFor: (items: readonly OrderItem[]) => Readonly<Record<string, string | null>>
}

/** Fills in the form without sending it. Variables without a value are left out of the note and listed in `holes`. */
export const applyMacro = (input: ApplyInput): MacroOutcome => {
  const { macro, order, entries, chosen, drafts, reasonId } = input
  const lines = order.orderitem_set.map(item => ({
    item,
    eligibility: eligibilityOf(item, order, overlayOf(entries.get(item.id), requestIdsOf(item))),
  }))
  const wanted = linesToAsk({ lines, chosen, focused: input.focused }, macro.type)
  if (wanted.kind === 'which') return { kind: 'which-lines' }
  if (wanted.kind !== 'take') return { kind: 'does-not-fit' }
  const items = wanted.lines.map(({ item }) => item)
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
