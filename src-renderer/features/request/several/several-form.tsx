import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { Workspace } from '../../../lists/types.ts'
import { lineEstimate } from '../../../model/amounts.ts'
import { currencyOf, quantityOf } from '../../../model/priced-order.ts'
import { type FormChoices, useChoices, useFittingForm } from '../form/choices.ts'
import type { RequestDraft } from '../form/drafts.ts'
import type { RequestForm } from '../form/form.ts'
import { RequestFrame } from '../form/request-frame.tsx'
import type { ReviewLine } from '../form/request-review.tsx'
import { RequestSteps } from '../form/request-steps.tsx'
import type { Selection, SeveralLine } from './lines.ts'
import { useReadings, viewSource } from './row-readings.ts'

interface SeveralFormProps {
  readonly account: Account
  readonly workspace: Workspace
  readonly draft: RequestDraft
  readonly drafts: {
    readonly setForm: (change: Partial<RequestForm>) => void
    readonly setStep: (step: RequestDraft['step']) => void
  }
  readonly selection: Selection
  readonly busy: boolean
  readonly failure: Failure | null
  readonly onChange: () => void
  readonly onLeave: () => void
  readonly onSubmit: (lines: readonly SeveralLine[], choices: FormChoices) => void
}

/** One form for all selected lines. Saved as one entry for each line. */
export const SeveralForm = (props: SeveralFormProps) => {
  const { account, workspace, draft, drafts, selection, busy, failure, onChange, onLeave, onSubmit } = props
  const { t } = useTranslation()
  const { lines, types } = selection
  const items = useMemo(() => lines.map(({ item }) => item), [lines])
  const viewItems = useViewItems(workspace, selection)
  const orders = useMemo(() => [...new Set(lines.map(({ order }) => order))], [lines])
  const choices = useChoices(workspace, orders, viewItems, items, types)
  useFittingForm(draft.form, choices, true, drafts.setForm)
  return (
    <RequestFrame lines={lines.length} fits={types.length > 0} onLeave={onLeave}>
      <RequestSteps
        account={account}
        form={draft.form}
        step={draft.step}
        lines={lines.map(line => reviewLineOf(line, draft, t('order.namelessItem')))}
        choices={choices}
        failure={failure}
        busy={busy}
        onChange={change => {
          onChange()
          drafts.setForm(change)
        }}
        onStep={drafts.setStep}
        onSubmit={() => onSubmit(lines, choices)}
      />
    </RequestFrame>
  )
}

const reviewLineOf = (line: SeveralLine, draft: RequestDraft, nameless: string): ReviewLine => {
  const { order, item } = line
  return {
    orderItem: item.id,
    heading: order.number ?? order.id,
    name: item.product?.name ?? item.product?.sku ?? nameless,
    quantity: draft.lines.get(item.id)?.quantity ?? null,
    maxQuantity: quantityOf(item),
    line: lineEstimate(order, item),
    currency: currencyOf(order, item),
  }
}

/** Items of the return view, for the carriers of lines that list none. */
const useViewItems = (workspace: Workspace, { lines, types }: Selection) => {
  const bare = types.includes('refund')
    ? lines.filter(({ item }) => item.available_easy_return_shipping_companies.length === 0)
    : []
  const key = JSON.stringify([...new Set(bare.map(({ order }) => order.id))])
  const ids = useMemo((): string[] => JSON.parse(key), [key])
  const { readings } = useReadings(workspace, viewSource, ids)
  return useMemo(() => [...readings.values()].flatMap(({ row }) => row?.value.orderitem_set ?? []), [readings])
}
