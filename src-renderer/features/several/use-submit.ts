import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../src-main/contract/failures.ts'
import { joinedTexts } from '../../model/direction.ts'
import type { RequestDraft } from '../cancellation/draft-store.ts'
import type { FormChoices } from '../cancellation/request-fields.tsx'
import { enqueueLines } from '../cancellation/submit.ts'
import { useCounterside } from '../data/services.tsx'
import type { SeveralLine } from './lines.ts'
import type { Saved } from './saved-notice.tsx'

interface SubmitInput {
  readonly account: Account
  readonly draft: RequestDraft
  readonly drafts: {
    readonly setStep: (step: RequestDraft['step']) => void
    readonly remove: (items: readonly string[]) => void
  }
}

/** Saves the chosen lines as entries of one batch. What was saved leaves the form, and the rest stays in it. */
export const useSubmit = ({ account, draft, drafts }: SubmitInput) => {
  const { t, i18n } = useTranslation()
  const { outbox } = useCounterside()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [saved, setSaved] = useState<Saved | null>(null)

  const nameOf = ({ order, item }: SeveralLine) =>
    joinedTexts([order.number ?? order.id, item.product?.name ?? item.product?.sku ?? t('order.namelessItem')], ' · ')

  const save = async (lines: readonly SeveralLine[], choices: FormChoices) => {
    const result = await enqueueLines({ outbox, account, lines, draft, choices, language: i18n.language })
    const isSaved = new Set(result.saved)
    const named = lines
      .filter(({ item }) => isSaved.has(item.id))
      .map(line => ({ id: line.item.id, name: nameOf(line) }))
    setFailure(result.failure)
    setSaved(named.length === 0 ? null : { lines: named, inPart: result.failure !== null })
    if (result.failure !== null) drafts.setStep('edit')
    drafts.remove(result.saved)
  }
  const submit = (lines: readonly SeveralLine[], choices: FormChoices) => {
    setBusy(true)
    setFailure(null)
    save(lines, choices)
      .finally(() => setBusy(false))
      .catch(() => undefined)
  }
  return { busy, failure, saved, submit, forgetFailure: () => setFailure(null), forgetSaved: () => setSaved(null) }
}
