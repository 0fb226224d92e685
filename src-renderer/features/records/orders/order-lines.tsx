import type { TFunction } from 'i18next'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { CancellationType } from '../../../../src-main/contract/commands.ts'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { Order } from '../../../../src-main/contract/resources.ts'
import { eligibilityOf } from '../../../model/eligibility.ts'
import { type EntriesByItem, overlayOf } from '../../../model/entries.ts'
import { requestIdsOf } from '../../../model/item-requests.ts'
import { quantityOf } from '../../../model/priced-order.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { say } from '../../common/commands/announcement.tsx'
import { useCommand, useKeyTitle } from '../../common/commands/commands.tsx'
import { bareKey } from '../../common/commands/keys.ts'
import { whyNotWords } from '../../common/parts/line.tsx'
import { draftsOf, useSelection } from '../../request/form/drafts.ts'
import { focusRequestForm } from '../../request/form/form-focus.ts'
import { focusedItem, linesToAsk, type PossibleLine } from '../../request/macros/lines-to-ask.ts'
import { MacroRunner } from '../../request/macros/macro-runner.tsx'
import { OrderLine } from './order-line.tsx'

const noEntries: readonly Entry[] = []

interface OrderLinesProps {
  readonly account: Account
  readonly order: Order
  /** When the lines were read from the shop, ms since 1970. */
  readonly readAt?: number
  readonly entries: EntriesByItem
  readonly onChanged: () => void
}

export const OrderLines = ({ account, order, readAt, entries, onChanged }: OrderLinesProps) => {
  const { t } = useTranslation()
  const selection = useSelection(account.id, order.id)
  const drafts = useMemo(() => draftsOf(account.id, order.id), [account.id, order.id])
  const lines = useMemo(
    () =>
      order.orderitem_set.map(item => {
        const overlay = overlayOf(entries.get(item.id), requestIdsOf(item))
        return { item, overlay, eligibility: eligibilityOf(item, order, overlay) }
      }),
    [order, entries],
  )
  const able = useMemo(() => lines.filter(line => line.eligibility.types.length > 0), [lines])
  const selectedAll = able.length > 0 && able.every(line => selection.has(line.item.id))
  const selectAll = () => drafts.selectMore(new Map(able.map(({ item }) => [item.id, quantityOf(item)])))
  const toggleAll = () => (selectedAll ? drafts.drop(lines.map(({ item }) => item.id)) : selectAll())
  const place = useRef<HTMLElement>(null)
  useLineKeys({ account, order, lines, place, onSelectAll: toggleAll })
  const allTitle = useKeyTitle(t(selectedAll ? 'order.selectNone' : 'order.selectAll'), 'record.selectLines')
  return (
    <section ref={place} className="card lines" aria-label={t('order.lines')}>
      <div className="card-head">
        <h2>{t('order.linesCount', { count: lines.length })}</h2>
        <span className="card-tools">
          {able.length > 0 ? <MacroRunner account={account} order={order} /> : null}
          {able.length > 1 ? (
            <Button variant="ghost" small testId="lines-select-all" title={allTitle} onClick={toggleAll}>
              {selectedAll ? t('order.selectNone') : t('order.selectAll')}
            </Button>
          ) : null}
        </span>
      </div>
      {order.unreadable_items > 0 ? (
        <Notice tone="wait">{t('order.unreadableItems', { count: order.unreadable_items })}</Notice>
      ) : null}
      {lines.length === 0 && order.unreadable_items === 0 ? (
        <p className="card-body muted">{t('order.noItems')}</p>
      ) : null}
      <ul>
        {lines.map(({ item, overlay }) => (
          <OrderLine
            key={item.id}
            account={account}
            order={order}
            item={item}
            overlay={overlay}
            lane={entries.get(item.id) ?? noEntries}
            readAt={readAt ?? null}
            selected={selection.get(item.id) ?? null}
            onSelect={drafts.select}
            onQuantity={drafts.setQuantity}
            onChanged={onChanged}
          />
        ))}
      </ul>
    </section>
  )
}

const checksIn = (lines: HTMLElement | null): readonly HTMLInputElement[] => [
  ...(lines?.querySelectorAll<HTMLInputElement>('.line-check:enabled') ?? []),
]

const itemOfCheck = (check: HTMLElement): string =>
  check.closest<HTMLElement>('[data-order-item]')?.dataset['orderItem'] ?? ''

/** Why a line can't be cancelled, or can't be refunded. The other of the two may still be possible. */
const refusalWords = ({ eligibility }: PossibleLine, type: CancellationType, t: TFunction): string =>
  eligibility.whyNot ? whyNotWords(eligibility.whyNot, t) : t(`keys.notForLine.${type}`)

/** Whether the focus is among the lines. There, the key that selects rows selects lines. */
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

/** The arrow keys move between the checkboxes of the lines; a key selects the line with the focus. */
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

/**
 * Begins a request by key: for the selected lines, else for the line with the focus. With several lines and none
 * selected, it asks which.
 */
const useLineKeys = ({ account, order, lines, place, onSelectAll }: LineKeys): void => {
  const { t } = useTranslation()
  const drafts = draftsOf(account.id, order.id)
  const hasAble = lines.some(({ eligibility }) => eligibility.types.length > 0)
  const ask = (type: CancellationType) => {
    const draft = drafts.read()
    const wanted = linesToAsk({ lines, chosen: new Set(draft.lines.keys()), focused: focusedItem() }, type)
    if (wanted.kind === 'not-allowed') return say(refusalWords(wanted.line, type, t))
    if (wanted.kind === 'not-for-chosen') return say(t(`keys.notForChosen.${type}`))
    if (wanted.kind === 'none-allows') return say(t(`keys.noneAllows.${type}`))
    if (wanted.kind === 'which') {
      checksIn(place.current)
        .find(check => wanted.items.has(itemOfCheck(check)))
        ?.focus()
      return say(t(`keys.which.${type}`))
    }
    if (draft.lines.size === 0) drafts.selectOnly(new Map(wanted.lines.map(({ item }) => [item.id, quantityOf(item)])))
    if (draft.form.type !== type) drafts.setForm({ type, reason: '' })
    drafts.setStep('edit')
    focusRequestForm()
  }
  useCommand('record.refund', () => ask('refund'), lines.length > 0)
  useCommand('record.cancel', () => ask('cancel'), lines.length > 0)
  useCommand('record.selectLines', onSelectAll, hasAble)
  useLineCursor(place, hasAble)
}
