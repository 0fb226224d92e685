import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type RecordKind, recordKindNames } from '../../../model/record-kinds.ts'
import { useOffer } from '../../common/commands/commands.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useKept } from '../../common/services/use-kept.ts'
import { useAccountFor } from '../../common/services/use-workspace.ts'
import { useFilters } from '../filters/filter-store.tsx'
import { ALL } from '../filters/filters.ts'
import { looksSchema, noLooks } from '../filters/look.ts'
import { recordFaces } from '../kinds/record-faces.ts'
import { arrangeViews } from './arrange.ts'
import { type AllViews, allViewsSchema, type KeptViews, noViews, type View } from './view.ts'

const noneKept: AllViews = {}
/** The views of a list, the app's and the person's own, in the person's order. */
export const useAllViews = (): Readonly<Record<RecordKind, readonly View[]>> => {
  const { t } = useTranslation()
  const [all] = useKept('views', allViewsSchema, noneKept)
  return useMemo(() => {
    const viewsOf = (screen: RecordKind) =>
      arrangeViews(recordFaces[screen].presets, all[screen] ?? noViews, ({ id }) => t(`views.preset.${screen}.${id}`))
    const arranged = recordKindNames.map(screen => [screen, viewsOf(screen)] as const)
    return Object.fromEntries(arranged) as Record<RecordKind, readonly View[]>
  }, [all, t])
}

/** The saved views of one list, and a function to change them. */
export const useKeptViews = (screen: RecordKind): readonly [KeptViews, (next: KeptViews) => void] => {
  const [all, setAll] = useKept('views', allViewsSchema, noneKept)
  const change = useCallback((next: KeptViews) => setAll({ ...all, [screen]: next }), [all, screen, setAll])
  return [all[screen] ?? noViews, change]
}

/** Applies a view: its filter, and its look if it has one. */
export const useChooseView = (): ((screen: RecordKind, view: View) => void) => {
  const { choose } = useFilters()
  const [looks, setLooks] = useKept('looks', looksSchema, noLooks)
  return useCallback(
    (screen: RecordKind, view: View) => {
      // The whole list counts as no view: a filter set after it is not offered as a change to save.
      choose(screen, view.id === ALL ? null : view.id, view.filter)
      if (view.look !== null) setLooks({ ...looks, [screen]: view.look })
    },
    [choose, looks, setLooks],
  )
}

/** Offers the views of every list to the palette, from any screen. */
export const ViewOffers = () => {
  const { t } = useTranslation()
  const views = useAllViews()
  const choose = useChooseView()
  const { go, open } = useNavigation()
  const customer = useAccountFor('customer') !== null
  const staff = useAccountFor('staff') !== null
  const show = (screen: RecordKind, view: View) => {
    choose(screen, view)
    open(screen, null)
    go(screen)
  }
  const latest = useRef(show)
  useEffect(() => {
    latest.current = show
  })
  const actions = useMemo(
    () =>
      recordKindNames
        .filter(screen => (screen === 'pending' ? staff : customer))
        .flatMap(screen =>
          views[screen].map(view => ({
            id: `view:${screen}:${view.id}`,
            label: t('views.offer', { list: t(`nav.${screen}`), name: view.name }),
            kind: t('views.kind'),
            run: () => latest.current(screen, view),
          })),
        ),
    [views, customer, staff, t],
  )
  useOffer(actions)
  return null
}
