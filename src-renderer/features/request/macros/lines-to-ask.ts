import type { CancellationType } from '../../../../src-main/contract/commands.ts'
import type { OrderItem } from '../../../../src-main/contract/resources.ts'
import type { Eligibility } from '../../../model/eligibility.ts'

export interface PossibleLine {
  readonly item: OrderItem
  readonly eligibility: Eligibility
}

interface OrderInFocus {
  /** Every line of the order. */
  readonly lines: readonly PossibleLine[]
  readonly chosen: ReadonlySet<string>
  /** The order item that has the focus. */
  readonly focused: string | undefined
}

type LinesToAsk =
  | { readonly kind: 'take'; readonly lines: readonly PossibleLine[] }
  /** The only line in question does not allow the type. */
  | { readonly kind: 'not-allowed'; readonly line: PossibleLine }
  /** Not every selected line allows the type. */
  | { readonly kind: 'not-for-chosen' }
  | { readonly kind: 'none-allows' }
  /** Several lines are possible and none is selected. `items` allow the type. */
  | { readonly kind: 'which'; readonly items: ReadonlySet<string> }

/** The order item of the line that contains the focus. */
export const focusedItem = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-testid="order-line"]')?.dataset['orderItem']

/**
 * The lines that a keyboard command applies to: the selected lines, else the line with the focus, else the only line of
 * the order. Several lines are taken only if they are selected.
 */
export const linesToAsk = ({ lines, chosen, focused }: OrderInFocus, type: CancellationType): LinesToAsk => {
  const allows = ({ eligibility }: PossibleLine) => eligibility.types.includes(type)
  const meant =
    chosen.size > 0 ? lines.filter(({ item }) => chosen.has(item.id)) : lines.filter(({ item }) => item.id === focused)
  const those = meant.length === 0 && chosen.size === 0 && lines.length === 1 ? lines : meant
  const [only] = those
  if (only !== undefined && those.length === 1 && chosen.size < 2)
    return allows(only) ? { kind: 'take', lines: those } : { kind: 'not-allowed', line: only }
  if (chosen.size > 0)
    return those.length === chosen.size && those.every(allows)
      ? { kind: 'take', lines: those }
      : { kind: 'not-for-chosen' }
  const able = lines.filter(allows)
  if (able.length === 0) return { kind: 'none-allows' }
  return { kind: 'which', items: new Set(able.map(({ item }) => item.id)) }
}
