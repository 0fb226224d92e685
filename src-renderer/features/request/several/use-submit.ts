import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { useCounterside } from '../../common/services/services.tsx'
import type { RequestDraft } from '../form/draft-store.ts'
import type { FormChoices } from '../form/fields.ts'
import { enqueueLines } from '../form/submit.ts'
import type { SeveralLine } from './lines.ts'

/** What was saved in one go. */
interface Saved {
  readonly ids: readonly string[]
  /** The disk stopped before the last one: the rest is still in the form. */
  readonly inPart: boolean
}

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
  const { i18n } = useTranslation()
  const { outbox } = useCounterside()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [saved, setSaved] = useState<Saved | null>(null)

  const save = async (lines: readonly SeveralLine[], choices: FormChoices) => {
    const result = await enqueueLines({ outbox, account, lines, draft, choices, language: i18n.language })
    setFailure(result.failure)
    setSaved(result.ids.length === 0 ? null : { ids: result.ids, inPart: result.failure !== null })
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
  const forgetSaved = useCallback(() => setSaved(null), [])
  return { busy, failure, saved, submit, forgetFailure: () => setFailure(null), forgetSaved }
}
