import { useEffect } from 'react'
import type { EntriesByItem } from '../../../model/entries.ts'
import type { RequestDraft } from './draft-store.ts'
import type { FormChoices } from './fields.ts'
import type { RequestForm } from './form.ts'

/** The only choice there is, is taken; what no longer fits the chosen lines is dropped. */
export const useFittingForm = (
  form: RequestForm,
  { types, companies }: FormChoices,
  hasLines: boolean,
  setForm: (change: Partial<RequestForm>) => void,
): void => {
  useEffect(() => {
    const [first] = types
    if (form.type !== '' && !types.includes(form.type)) setForm({ type: '', reason: '' })
    else if (form.type === '' && first !== undefined && hasLines) setForm({ type: first })
  }, [types, form.type, hasLines, setForm])

  useEffect(() => {
    const [first] = companies
    if (form.shippingCompany !== '' && !companies.some(each => each.value === form.shippingCompany))
      setForm({ shippingCompany: '' })
    else if (form.type === 'refund' && form.shippingCompany === '' && companies.length === 1 && first)
      setForm({ shippingCompany: first.value })
  }, [companies, form.type, form.shippingCompany, setForm])
}

/** A line whose entry is on disk is no draft any more, even when the app ended before the draft was cleared. */
export const useSavedLinesLeave = (
  { lines }: RequestDraft,
  entries: EntriesByItem,
  busy: boolean,
  remove: (items: readonly string[]) => void,
): void => {
  useEffect(() => {
    const saved = [...lines].filter(([item, { id }]) => entries.get(item)?.some(entry => entry.id === id))
    if (saved.length > 0 && !busy) remove(saved.map(([item]) => item))
  }, [lines, entries, busy, remove])
}
