import { useEffect, useSyncExternalStore } from 'react'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { EntriesByItem } from '../../../model/entries.ts'
import { createWatched } from '../../../model/watched.ts'
import { emptyForm, type RequestForm } from './form.ts'

export interface SelectedLine {
  /** Becomes the entry's id, so submitting the same draft twice creates one entry. */
  readonly id: string
  /** Null while the field is empty. */
  readonly quantity: number | null
}

/** The search of the screen for several orders. Stored with the draft. */
export interface Sought {
  /** The text as pasted. */
  readonly text: string
  /** The order numbers that are shown. */
  readonly numbers: readonly string[]
}

export interface RequestDraft {
  /** By order item. */
  readonly lines: ReadonlyMap<string, SelectedLine>
  readonly form: RequestForm
  readonly step: 'edit' | 'review'
  readonly sought?: Sought
}

const noLines: ReadonlyMap<string, SelectedLine> = new Map()
const noDraft: RequestDraft = { lines: noLines, form: emptyForm, step: 'edit' }

/** The request drafts by order, in memory. draft-keeper.ts stores them sealed. */
export class DraftStore {
  readonly #drafts = new Map<string, RequestDraft>()
  readonly #listeners = new Set<(key: string) => void>()
  readonly #mintId: () => string

  constructor(mintId: () => string = () => crypto.randomUUID()) {
    this.#mintId = mintId
  }

  /** Calls the listener with the key of each draft that changes. */
  readonly subscribe = (listener: (key: string) => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get(key: string): RequestDraft {
    return this.#drafts.get(key) ?? noDraft
  }

  has(key: string): boolean {
    return this.#drafts.has(key)
  }

  /** Puts back a stored draft, unless there is a newer one. */
  restore(key: string, draft: RequestDraft): void {
    if (!this.has(key)) this.#put(key, draft)
  }

  /** Clears every draft whose key starts with the prefix. */
  clearAll(prefix: string): void {
    for (const key of [...this.#drafts.keys()]) if (key.startsWith(prefix)) this.clear(key)
  }

  select(key: string, item: string, on: boolean, quantity: number): void {
    const draft = this.get(key)
    const lines = new Map(draft.lines)
    if (!on) lines.delete(item)
    else if (!lines.has(item)) lines.set(item, { id: this.#mintId(), quantity })
    this.#put(key, { ...draft, lines, step: 'edit' })
  }

  /** Adds these lines to the selection. A line that is already selected keeps its id and quantity. */
  selectMore(key: string, quantities: ReadonlyMap<string, number>): void {
    const draft = this.get(key)
    const lines = new Map(draft.lines)
    for (const [item, quantity] of quantities) if (!lines.has(item)) lines.set(item, { id: this.#mintId(), quantity })
    this.#put(key, { ...draft, lines, step: 'edit' })
  }

  /** Selects these lines only. A line that was already selected keeps its id and quantity. */
  selectOnly(key: string, quantities: ReadonlyMap<string, number>): void {
    const draft = this.get(key)
    const lines = [...quantities].map(
      ([item, quantity]) => [item, draft.lines.get(item) ?? { id: this.#mintId(), quantity }] as const,
    )
    this.#put(key, { ...draft, lines: new Map(lines), step: 'edit' })
  }

  /** Deselects these lines. The form keeps its values. */
  drop(key: string, items: readonly string[]): void {
    const draft = this.get(key)
    const lines = new Map(draft.lines)
    for (const item of items) lines.delete(item)
    this.#put(key, { ...draft, lines, step: 'edit' })
  }

  setQuantity(key: string, item: string, quantity: number | null): void {
    const draft = this.get(key)
    const line = draft.lines.get(item)
    if (!line) return
    const lines = new Map(draft.lines).set(item, { ...line, quantity })
    this.#put(key, { ...draft, lines, step: 'edit' })
  }

  setForm(key: string, change: Partial<RequestForm>): void {
    const draft = this.get(key)
    this.#put(key, { ...draft, form: { ...draft.form, ...change } })
  }

  setStep(key: string, step: RequestDraft['step']): void {
    this.#put(key, { ...this.get(key), step })
  }

  setSought(key: string, sought: Sought): void {
    this.#put(key, { ...this.get(key), sought })
  }

  /** Removes saved lines. Removing the last line also empties the form, but not the search. */
  remove(key: string, items: readonly string[]): void {
    const draft = this.get(key)
    const lines = new Map(draft.lines)
    for (const item of items) lines.delete(item)
    const { sought } = draft
    const emptied = sought === undefined ? noDraft : { ...noDraft, sought }
    this.#put(key, lines.size === 0 ? emptied : { ...draft, lines })
  }

  clear(key: string): void {
    this.#put(key, noDraft)
  }

  #put(key: string, draft: RequestDraft): void {
    if (draft === noDraft) this.#drafts.delete(key)
    else this.#drafts.set(key, draft)
    for (const listener of this.#listeners) listener(key)
  }
}

const store = new DraftStore()

/** The app's only store of drafts. Screens use `draftsOf` and `useDraft`. */
export const draftStore = store

/** Why a change to a draft is not on disk; null while everything is saved. */
export const draftTrouble = createWatched<Failure | null>(null)

/** Clears the drafts of a removed account. */
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

/** The selected lines only, so typing in the form does not render their users again. */
export const useSelection = (accountId: string, orderId: string): ReadonlyMap<string, SelectedLine> => {
  const key = keyOf(accountId, orderId)
  const read = () => store.get(key).lines
  return useSyncExternalStore(store.subscribe, read, read)
}

/** Removes lines that have an entry on disk: the app may have quit before it could clear the draft. */
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
