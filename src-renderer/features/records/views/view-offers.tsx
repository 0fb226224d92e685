import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useOffer } from '../../common/commands/commands.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { type RecordScreen, recordScreens } from '../../common/navigation/use-open-record.ts'
import { useAccountFor } from '../../common/services/use-workspace.ts'
import { useAllViews, useChooseView } from './use-views.ts'
import type { View } from './view.ts'

/** Offers the views of every list to the palette, from any screen. */
export const ViewOffers = () => {
  const { t } = useTranslation()
  const views = useAllViews()
  const choose = useChooseView()
  const { go, open } = useNavigation()
  const customer = useAccountFor('customer') !== null
  const staff = useAccountFor('staff') !== null
  const show = (screen: RecordScreen, view: View) => {
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
      recordScreens
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
