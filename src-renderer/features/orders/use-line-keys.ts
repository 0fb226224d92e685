import { type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../src-main/contract/accounts.ts'
import type { CancellationType } from '../../../src-main/contract/commands.ts'
import type { Order, OrderItem } from '../../../src-main/contract/resources.ts'
import { draftsOf, useDraft } from '../cancellation/drafts.ts'
import { focusRequestForm } from '../cancellation/focus-form.ts'
import { useCommand } from '../commands/commands.tsx'
import { bareKey } from '../commands/keys.ts'
import { say } from '../commands/said.tsx'
import { type Eligibility, quantityOf } from '../data/eligibility.ts'

interface PossibleLine {
  readonly item: OrderItem
  readonly eligibility: Eligibility
}

const checksIn = (lines: HTMLElement | null): readonly HTMLInputElement[] => [
  ...(lines?.querySelectorAll<HTMLInputElement>('.line-check:enabled') ?? []),
]

/** Whether focus is among the lines; there the key for rows chooses lines. */
const useFocusWithin = (place: RefObject<HTMLElement | null>): boolean => {
  const [within, setWithin] = useState(false)
  useEffect(() => {
    const lines = place.current
    const look = () => setWithin(lines?.contains(document.activeElement) === true)
    document.addEventListener('focusin', look)
    document.addEventListener('focusout', look)
    return () => {
      document.removeEventListener('focusin', look)
      document.removeEventListener('focusout', look)
    }
  }, [place])
  return within
}

/** From checkbox to checkbox with the arrow keys, and choosing the line that has focus. */
const useLineCursor = (place: RefObject<HTMLElement | null>, hasLines: boolean): void => {
  const within = useFocusWithin(place)
  useCommand('record.lines', () => checksIn(place.current)[0]?.focus(), hasLines)
  const choose = () =>
    document.activeElement?.closest('.line')?.querySelector<HTMLInputElement>('.line-check:enabled')?.click()
  useCommand('list.select', choose, within)

  useEffect(() => {
    const lines = place.current
    const onKey = (event: KeyboardEvent) => {
      const key = bareKey(event)
      const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
      const checks = checksIn(lines)
      const at = checks.indexOf(event.target as HTMLInputElement)
      if (step === 0 || at < 0) return
      event.preventDefault()
      checks[at + step]?.focus()
    }
    lines?.addEventListener('keydown', onKey)
    return () => lines?.removeEventListener('keydown', onKey)
  }, [place])
}

interface LineKeys {
  readonly account: Account
  readonly order: Order
  /** Lines that something may be asked for. */
  readonly able: readonly PossibleLine[]
  readonly place: RefObject<HTMLElement | null>
  readonly onSelectAll: () => void
}

/** A request by key: for the chosen lines, or for all that allow it when none is chosen. */
export const useLineKeys = ({ account, order, able, place, onSelectAll }: LineKeys): void => {
  const { t } = useTranslation()
  const { lines, form } = useDraft(account.id, order.id)
  const drafts = draftsOf(account.id, order.id)
  const linesFor = (type: CancellationType) => able.filter(({ eligibility }) => eligibility.types.includes(type))
  const ask = (type: CancellationType) => {
    const fit = linesFor(type)
    const fits = new Set(fit.map(({ item }) => item.id))
    if (![...lines.keys()].every(id => fits.has(id))) return say(t(`keys.notForChosen.${type}`))
    if (lines.size === 0) drafts.selectOnly(new Map(fit.map(({ item }) => [item.id, quantityOf(item)])))
    if (form.type !== type) drafts.setForm({ type, reason: '' })
    drafts.setStep('edit')
    focusRequestForm()
  }
  useCommand('record.refund', () => ask('refund'), linesFor('refund').length > 0)
  useCommand('record.cancel', () => ask('cancel'), linesFor('cancel').length > 0)
  useCommand('record.selectLines', onSelectAll, able.length > 0)
  useLineCursor(place, able.length > 0)
}
