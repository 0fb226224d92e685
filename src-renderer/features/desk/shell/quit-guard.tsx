import { useEffect, useState } from 'react'
import { useBridge } from '../../common/services/services.tsx'
import { useOutboxFact, useUnsent } from '../../common/services/use-entries.ts'
import { groupEntries } from '../../queue/outbox/groups.ts'
import { UnsentDialog } from '../../queue/unsent/unsent-dialog.tsx'

type Answer = 'quit' | 'stay-in-tray' | 'cancel'

/** Reports the number of unsent entries to main, and asks before the user quits with some left. */
export const QuitGuard = () => {
  const bridge = useBridge()
  const unsent = useUnsent()
  const isLoaded = useOutboxFact(({ loaded }) => loaded)
  const count = unsent.length
  const needYou = groupEntries(unsent).needsYou.length
  const [isQuitting, setQuitting] = useState(false)

  // Before the table is read nothing is known: main keeps the count it has.
  useEffect(() => {
    if (isLoaded) bridge.app.unsent({ count, needYou }).catch(() => undefined)
  }, [bridge, count, needYou, isLoaded])

  useEffect(() => bridge.on('quit.requested', () => setQuitting(true)), [bridge])

  useEffect(() => {
    if (isQuitting && count > 0) bridge.app.quit({ answer: 'shown' }).catch(() => undefined)
  }, [isQuitting, count, bridge])

  // The last entry went out while the dialog was open: nothing left to ask.
  useEffect(() => {
    if (!isQuitting || count > 0 || !isLoaded) return
    setQuitting(false)
    bridge.app.quit({ answer: 'quit' }).catch(() => undefined)
  }, [isQuitting, count, isLoaded, bridge])

  if (!isQuitting || count === 0) return null
  const answer = (choice: Answer) => {
    setQuitting(false)
    bridge.app.quit({ answer: choice }).catch(() => undefined)
  }
  return (
    <UnsentDialog
      reason="quit"
      entries={unsent}
      onKeep={() => answer('stay-in-tray')}
      onDiscard={() => answer('quit')}
      onCancel={() => answer('cancel')}
    />
  )
}
