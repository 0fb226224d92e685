import { limits } from '../../../../src-main/contract/limits.ts'
import { fold } from '../../../search/fold.ts'
import { moved } from '../../common/services/collections.ts'
import { ALL, type Preset } from '../filters/filters.ts'
import type { KeptViews, OwnView, View } from './view.ts'

/** All views of a list, in the person's order. */
export const arrangeViews = (
  delivered: readonly Preset[],
  kept: KeptViews,
  nameOf: (preset: Preset) => string,
): readonly View[] => {
  const unpinned = new Set(kept.unpinned)
  const isPinned = (id: string) => id === ALL || !unpinned.has(id)
  const views: readonly View[] = [
    ...delivered.map(preset => ({
      ...preset,
      name: nameOf(preset),
      look: null,
      isPreset: true,
      pinned: isPinned(preset.id),
    })),
    ...kept.own.map(own => ({ ...own, isPreset: false, pinned: isPinned(own.id) })),
  ]
  const places = new Map(kept.order.map((id, place) => [id, place]))
  const placeOf = ({ id }: View) => (id === ALL ? -1 : (places.get(id) ?? kept.order.length))
  return views.toSorted((a, b) => placeOf(a) - placeOf(b))
}

export const addView = (kept: KeptViews, view: OwnView): KeptViews => ({ ...kept, own: [...kept.own, view] })

/** Changes a saved view. Views that come with the app stay as they are. */
export const changeView = (kept: KeptViews, id: string, change: Partial<Omit<OwnView, 'id'>>): KeptViews => ({
  ...kept,
  own: kept.own.map(view => (view.id === id ? { ...view, ...change } : view)),
})

/** Removes a saved view. Its place and its pin are kept, so that adding it again undoes the removal. */
export const removeView = (kept: KeptViews, id: string): KeptViews => ({
  ...kept,
  own: kept.own.filter(view => view.id !== id),
})

export const pinView = (kept: KeptViews, id: string, pinned: boolean): KeptViews => {
  const others = kept.unpinned.filter(each => each !== id)
  return { ...kept, unpinned: pinned ? others : [...others, id] }
}

/** Moves a view by a number of places within `views`. The view of the whole list stays first. */
export const moveView = (kept: KeptViews, views: readonly View[], id: string, by: number): KeptViews => {
  const ids = views.map(view => view.id).filter(each => each !== ALL)
  const order = moved(ids, ids.indexOf(id), by)
  return order === ids ? kept : { ...kept, order }
}

export type NameTrouble = 'empty' | 'too-long' | 'taken'

/**
 * Why a name can't be given to a view; null when it can. Names that differ only in case or accents are the same.
 * `ownId` is the view that is being renamed.
 */
export const nameTrouble = (views: readonly View[], name: string, ownId: string | null = null): NameTrouble | null => {
  const folded = fold(name)
  if (folded === '') return 'empty'
  if (name.trim().length > limits.viewName) return 'too-long'
  return views.some(view => view.id !== ownId && fold(view.name) === folded) ? 'taken' : null
}
