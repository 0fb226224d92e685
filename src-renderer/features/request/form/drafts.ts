import { useSyncExternalStore } from 'react'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { createWatched } from '../../../model/watched.ts'
import { DraftStore, type RequestDraft, type SelectedLine, type Sought } from './draft-store.ts'
import type { RequestForm } from './form.ts'

export type { SelectedLine } from './draft-store.ts'

const store = new DraftStore()

/** The one store of the app; only `keepDrafts` needs it by itself. */
export const draftStore = store

/** Why something typed is not on disk; null while everything is. */
export const draftTrouble = createWatched<Failure | null>(null)

/** Drafts of an account that is removed go with it. */
export const forgetDrafts = (accountId: string): void => store.clearAll(`${accountId} `)

const keyOf = (accountId: string, orderId: string): string => `${accountId} ${orderId}`

/** The commands for one order's draft. */
export const draftsOf = (accountId: string, orderId: string) => {
  const key = keyOf(accountId, orderId)
  return {
    read: () => store.get(key),
    select: (item: string, on: boolean, quantity: number) => store.select(key, item, on, quantity),
    selectMore: (quantities: ReadonlyMap<string, number>) => store.selectMore(key, quantities),
    selectOnly: (quantities: ReadonlyMap<string, number>) => store.selectOnly(key, quantities),
    setQuantity: (item: string, quantity: number | null) => store.setQuantity(key, item, quantity),
    drop: (items: readonly string[]) => store.drop(key, items),
    setForm: (change: Partial<RequestForm>) => store.setForm(key, change),
    setStep: (step: RequestDraft['step']) => store.setStep(key, step),
    setSought: (sought: Sought) => store.setSought(key, sought),
    remove: (items: readonly string[]) => store.remove(key, items),
    clear: () => store.clear(key),
  }
}

export const useDraft = (accountId: string, orderId: string): RequestDraft => {
  const key = keyOf(accountId, orderId)
  const read = () => store.get(key)
  return useSyncExternalStore(store.subscribe, read, read)
}

/** The chosen lines alone: what is typed in the form does not draw their users anew. */
export const useSelection = (accountId: string, orderId: string): ReadonlyMap<string, SelectedLine> => {
  const key = keyOf(accountId, orderId)
  const read = () => store.get(key).lines
  return useSyncExternalStore(store.subscribe, read, read)
}
