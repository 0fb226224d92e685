import { Zap } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Order, OrderItem } from '../../../../src-main/contract/resources.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useCommand, useOffer } from '../../common/commands/commands.tsx'
import { customerNameOf } from '../../common/parts/address-block.tsx'
import { useEntriesByItem } from '../../common/services/use-entries.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { useList, useWorkspaceOf } from '../../common/services/use-workspace.ts'
import { reasonText } from '../../common/words/record-words.ts'
import { draftsOf } from '../form/drafts.ts'
import { applyMacro, type MacroOutcome } from './apply-macro.ts'
import { focusedItem } from './lines-to-ask.ts'
import { MacroEditor } from './macro-editor.tsx'
import { MacroPicker } from './macro-picker.tsx'
import { type Macro, type MacroVariable, noteFrom, reasonOf, useMacros } from './macros.ts'

interface MacroRunnerProps {
  readonly account: Account
  readonly order: Order
}

/** Macros for the order on the screen: by key, from the palette, or from a list. They fill in the form and never send it. */
export const MacroRunner = ({ account, order }: MacroRunnerProps) => {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const { macros, keep } = useMacros()
  const entries = useEntriesByItem(account.id)
  const reasons = useList(useWorkspaceOf(account.id)?.reasons ?? null).rows
  const drafts = draftsOf(account.id, order.id)
  const [picking, setPicking] = useState(false)
  const [made, setMade] = useState<Macro | null>(null)
  const [outcome, setOutcome] = useState<MacroOutcome | null>(null)
  const valuesFor = (items: readonly OrderItem[]) => valuesOf({ account, order, items, format, now: Date.now() })

  const run = (macro: Macro) => {
    setPicking(false)
    setOutcome(
      applyMacro({
        macro,
        order,
        entries,
        chosen: new Set(drafts.read().lines.keys()),
        focused: focusedItem(),
        drafts,
        reasonId: reasonOf(macro, reasons)?.id ?? null,
        valuesFor,
      }),
    )
  }
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  const canMake = () => {
    const { form, lines } = drafts.read()
    return form.type !== '' && lines.size > 0
  }
  const make = () => {
    const { form, lines } = drafts.read()
    if (form.type === '') return
    const reason = reasons.find(each => each.id === form.reason)
    const items = order.orderitem_set.filter(item => lines.has(item.id))
    setPicking(false)
    setMade({
      id: crypto.randomUUID(),
      name: '',
      type: form.type,
      reason: reason ? { id: reason.id, text: reasonText(reason, i18n.language) } : null,
      note: noteFrom(form.description, valuesFor(items)),
    })
  }
  useOffer(
    useMemo(
      () =>
        macros.map(macro => ({
          id: `macro:${macro.id}`,
          label: macro.name,
          kind: t('macro.kind'),
          run: () => latest.current(macro),
        })),
      [macros, t],
    ),
  )
  useCommand('request.macro', () => setPicking(true))
  useMacroKeys(macros, run)

  return (
    <>
      <MacroNotice outcome={outcome} onClose={() => setOutcome(null)} />
      {picking ? (
        <MacroPicker macros={macros} onPick={run} onMake={canMake() ? make : null} onClose={() => setPicking(false)} />
      ) : null}
      {made ? (
        <MacroEditor
          macro={made}
          others={macros}
          reasons={reasons}
          onSave={macro => {
            keep(macro)
            setMade(null)
          }}
          onClose={() => setMade(null)}
        />
      ) : null}
      <Button small variant="ghost" icon={Zap} testId="macro-open" onClick={() => setPicking(true)}>
        {t('macro.open')}
      </Button>
    </>
  )
}

const MacroNotice = ({ outcome, onClose }: { outcome: MacroOutcome | null; onClose: () => void }) => {
  const { t } = useTranslation()
  if (outcome === null) return null
  if (outcome.kind === 'filled' && outcome.holes.length === 0 && !outcome.reasonMissing) return null
  const close = (
    <Button small variant="ghost" onClick={onClose}>
      {t('action.close')}
    </Button>
  )
  if (outcome.kind !== 'filled')
    return (
      <Notice tone="wait" role="status" testId="macro-outcome" actions={close}>
        {t(outcome.kind === 'which-lines' ? 'macro.whichLines' : 'macro.doesNotFit')}
      </Notice>
    )
  const holes = joinedTexts(
    outcome.holes.map(name => t(`macro.variable.${name}`)),
    ', ',
  )
  return (
    <Notice tone="wait" role="status" testId="macro-outcome" actions={close}>
      {holes === '' ? null : <p>{t('macro.holes', { names: holes })}</p>}
      {outcome.reasonMissing ? <p>{t('macro.reasonMissing')}</p> : null}
    </Notice>
  )
}

/** Digit keys run the first nine macros. */
const useMacroKeys = (macros: readonly Macro[], run: (macro: Macro) => void): void => {
  const runAt = (index: number) => {
    const macro = macros[index]
    if (macro) run(macro)
  }
  const has = (index: number) => macros.length > index
  useCommand('macro.1', () => runAt(0), has(0))
  useCommand('macro.2', () => runAt(1), has(1))
  useCommand('macro.3', () => runAt(2), has(2))
  useCommand('macro.4', () => runAt(3), has(3))
  useCommand('macro.5', () => runAt(4), has(4))
  useCommand('macro.6', () => runAt(5), has(5))
  useCommand('macro.7', () => runAt(6), has(6))
  useCommand('macro.8', () => runAt(7), has(7))
  useCommand('macro.9', () => runAt(8), has(8))
}

interface ValuesInput {
  readonly account: Account
  readonly order: Order
  readonly items: readonly OrderItem[]
  readonly format: Pick<ReturnType<typeof useFormat>, 'dateText' | 'day'>
  readonly now: number
}

/** The values of a note's variables for this order; null if the order has none. */
const valuesOf = ({
  account,
  order,
  items,
  format,
  now,
}: ValuesInput): Readonly<Record<MacroVariable, string | null>> => {
  const names = items.flatMap(item => item.product?.name ?? item.product?.sku ?? [])
  return {
    customerName: customerNameOf(order),
    orderNumber: order.number,
    orderDate: format.dateText(order.created_date, false),
    productNames: names.length === 0 ? null : names.join(', '),
    shopName: account.shop.name,
    today: format.day(now),
  }
}
