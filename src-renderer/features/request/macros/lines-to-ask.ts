import type { CancellationType } from '../../../../src-main/contract/commands.ts'
import type { OrderItem } from '../../../../src-main/contract/resources.ts'
import type { Eligibility } from '../../../model/eligibility.ts'

export interface PossibleLine {
  readonly item: OrderItem
  readonly eligibility: Eligibility
}

interface AtHand {
  /** Every line of the order. */
  readonly lines: readonly PossibleLine[]
  readonly chosen: ReadonlySet<string>
  /** The order item that has the focus. */
  readonly focused: string | undefined
}

export type LinesToAsk =
  | { readonly kind: 'take'; readonly lines: readonly PossibleLine[] }
  /** The one line that is meant does not allow it. */
  | { readonly kind: 'not-allowed'; readonly line: PossibleLine }
  /** Not every chosen line allows it. */
  | { readonly kind: 'not-for-chosen' }
  | { readonly kind: 'none-allows' }
  /** Nothing says which lines are meant: these order items allow it. */
  | { readonly kind: 'which'; readonly items: ReadonlySet<string> }

/** The order item of the line that has the focus, in itself or in something of it. */
export const focusedItem = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-testid="order-line"]')?.dataset['orderItem']

/**
 * Which lines a command without a pointer is for. The chosen ones; else the one that has the focus; else the only line
 * of the order. It never takes several that nobody chose.
 */
export const linesToAsk = ({ lines, chosen, focused }: AtHand, type: CancellationType): LinesToAsk => {
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
