import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { systemClock } from '../../outbox/clock.ts'
import { whenNoDialog } from '../../ui/when-no-dialog.ts'
import { useBridge, useCounterside } from '../data/services.tsx'
import { useNavigation } from '../navigation/navigation.tsx'
import { useOpenRecord } from '../navigation/use-open-record.ts'
import { gatherNews } from './gather-news.ts'
import { newsBetween, noticeOf, orderTaken } from './outcomes.ts'

/** Has the system say how requests ended. Main knows whether anybody wants that and looks elsewhere. */
export const OutcomeNotices = () => {
  const { t } = useTranslation()
  const bridge = useBridge()
  const { accounts, outbox } = useCounterside()
  const { open } = useNavigation()
  const openRecord = useOpenRecord()

  useEffect(() => {
    const gatherer = gatherNews(news => {
      const notice = noticeOf(news, t)
      if (notice) bridge.app.notify(notice).catch(() => undefined)
    }, systemClock)
    let before = outbox.snapshot()
    const unsubscribe = outbox.subscribe(() => {
      const after = outbox.snapshot()
      if (before.loaded) gatherer.add(newsBetween(before.entries, after.entries))
      before = after
    })
    return () => {
      unsubscribe()
      gatherer.stop()
    }
  }, [bridge, outbox, t])

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
