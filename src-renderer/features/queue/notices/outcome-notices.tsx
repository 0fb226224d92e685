import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { systemClock } from '../../../model/clock.ts'
import { whenNoDialog } from '../../../ui/dialog.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useOpenRecord } from '../../common/navigation/use-open-record.ts'
import { useServices } from '../../common/services/services.tsx'
import { type News, noticeOf, orderTaken } from './outcomes.ts'
import { watchOutcomes } from './watch-outcomes.ts'

/** Shows system notices about how requests ended. Main decides whether a notice appears. */
export const OutcomeNotices = () => {
  const { t } = useTranslation()
  const { bridge, counterside, kept } = useServices()
  const { accounts, outbox } = counterside
  const { open } = useNavigation()
  const openRecord = useOpenRecord()

  useEffect(() => {
    const say = (news: readonly News[]) => {
      const notice = noticeOf(news, t)
      if (notice) bridge.app.notify(notice).catch(() => undefined)
    }
    return watchOutcomes({ counterside, kept, say, clock: systemClock })
  }, [bridge, counterside, kept, t])

  useEffect(() => {
    let stopWaiting: () => void = () => undefined
    const show = (entryId: string | null) => {
      const entry = outbox.snapshot().entries.find(each => each.id === entryId)
      const order = orderTaken(entry, accounts.snapshot().accounts)
      if (order === null) open('outbox', entryId)
      else openRecord(order)
    }
    const unsubscribe = bridge.on('notices.clicked', ({ entryId }) => {
      stopWaiting()
      stopWaiting = whenNoDialog(() => show(entryId))
    })
    return () => {
      unsubscribe()
      stopWaiting()
    }
  }, [bridge, accounts, outbox, open, openRecord])
  return null
}
