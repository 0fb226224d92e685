import type { TFunction } from 'i18next'
import { type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { CancellationType } from '../../../../src-main/contract/commands.ts'
import type { Order } from '../../../../src-main/contract/resources.ts'
import { quantityOf } from '../../../model/priced-order.ts'
import { useCommand } from '../../common/commands/commands.tsx'
import { bareKey } from '../../common/commands/keys.ts'
import { say } from '../../common/commands/said.tsx'
import { whyNotWords } from '../../common/parts/line.tsx'
import { draftsOf } from '../../request/form/drafts.ts'
import { focusRequestForm } from '../../request/form/form-focus.ts'
import { focusedItem, linesToAsk, type PossibleLine } from '../../request/macros/lines-to-ask.ts'

const checksIn = (lines: HTMLElement | null): readonly HTMLInputElement[] => [
  ...(lines?.querySelectorAll<HTMLInputElement>('.line-check:enabled') ?? []),
]

const itemOfCheck = (check: HTMLElement): string =>
  check.closest<HTMLElement>('[data-order-item]')?.dataset['orderItem'] ?? ''

/** Why this can't be asked for a line, which may still allow the other of the two. */
const refusalWords = ({ eligibility }: PossibleLine, type: CancellationType, t: TFunction): string =>
  eligibility.whyNot ? whyNotWords(eligibility.whyNot, t) : t(`keys.notForLine.${type}`)

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
  /** Every line of the order. */
  readonly lines: readonly PossibleLine[]
  readonly place: RefObject<HTMLElement | null>
  readonly onSelectAll: () => void
}

/** A request by key: for the chosen lines, else for the line at hand. With several lines and none chosen it asks which. */
export const useLineKeys = ({ account, order, lines, place, onSelectAll }: LineKeys): void => {
  const { t } = useTranslation()
  const drafts = draftsOf(account.id, order.id)
  const hasAble = lines.some(({ eligibility }) => eligibility.types.length > 0)
  const ask = (type: CancellationType) => {
    const draft = drafts.read()
    const asked = linesToAsk({ lines, chosen: new Set(draft.lines.keys()), focused: focusedItem() }, type)
    if (asked.kind === 'not-allowed') return say(refusalWords(asked.line, type, t))
    if (asked.kind === 'not-for-chosen') return say(t(`keys.notForChosen.${type}`))
    if (asked.kind === 'none-allows') return say(t(`keys.noneAllows.${type}`))
    if (asked.kind === 'which') {
      checksIn(place.current)
        .find(check => asked.items.has(itemOfCheck(check)))
        ?.focus()
      return say(t(`keys.which.${type}`))
    }
    if (draft.lines.size === 0) drafts.selectOnly(new Map(asked.lines.map(({ item }) => [item.id, quantityOf(item)])))
    if (draft.form.type !== type) drafts.setForm({ type, reason: '' })
    drafts.setStep('edit')
    focusRequestForm()
  }
  useCommand('record.refund', () => ask('refund'), lines.length > 0)
  useCommand('record.cancel', () => ask('cancel'), lines.length > 0)
  useCommand('record.selectLines', onSelectAll, hasAble)
  useLineCursor(place, hasAble)
}
