import { useEffect, useSyncExternalStore } from 'react'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { EntriesByItem } from '../../../model/entries.ts'
import { createWatched } from '../../../model/watched.ts'
import { emptyForm, type RequestForm } from './form.ts'

export interface SelectedLine {
  /** Becomes the entry's id: submitting the same draft twice is one entry. */
  readonly id: string
  /** Null while the field is empty. */
  readonly quantity: number | null
}

/** What somebody is looking for where lines of several orders are chosen. */
export interface Sought {
  /** As pasted. */
  readonly text: string
  /** The order numbers that are shown. */
  readonly numbers: readonly string[]
}

export interface RequestDraft {
  /** Keyed by order item: a line can't be in it twice. */
  readonly lines: ReadonlyMap<string, SelectedLine>
  readonly form: RequestForm
  readonly step: 'edit' | 'review'
  readonly sought?: Sought
}

const noLines: ReadonlyMap<string, SelectedLine> = new Map()
export const noDraft: RequestDraft = { lines: noLines, form: emptyForm, step: 'edit' }

/** What was typed, by order. draft-keeper.ts writes it down, sealed. */
export class DraftStore {
  readonly #drafts = new Map<string, RequestDraft>()
  readonly #listeners = new Set<(key: string) => void>()
  readonly #mintId: () => string

  constructor(mintId: () => string = () => crypto.randomUUID()) {
    this.#mintId = mintId
  }

  /** The listener is told whose draft changed. */
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

  /** What was kept before; what is typed already wins. */
  restore(key: string, draft: RequestDraft): void {
    if (!this.has(key)) this.#put(key, draft)
  }

  /** Every draft whose key begins so. */
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

  /** These lines beside what is chosen; one that is chosen keeps its id and its quantity. */
  selectMore(key: string, quantities: ReadonlyMap<string, number>): void {
    const draft = this.get(key)
    const lines = new Map(draft.lines)
    for (const [item, quantity] of quantities) if (!lines.has(item)) lines.set(item, { id: this.#mintId(), quantity })
    this.#put(key, { ...draft, lines, step: 'edit' })
  }

  /** These lines and no others; one that was chosen before keeps its id and its quantity. */
  selectOnly(key: string, quantities: ReadonlyMap<string, number>): void {
    const draft = this.get(key)
    const lines = [...quantities].map(
      ([item, quantity]) => [item, draft.lines.get(item) ?? { id: this.#mintId(), quantity }] as const,
    )
    this.#put(key, { ...draft, lines: new Map(lines), step: 'edit' })
  }

  /** These lines leave, and what was typed stays for others. */
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

  /** Saved lines leave; with the last one what was typed goes too, but not what is looked for. */
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
