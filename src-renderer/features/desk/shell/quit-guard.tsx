import { useEffect, useState } from 'react'
import { useBridge } from '../../common/services/services.tsx'
import { useOutboxFact, useUnsent } from '../../common/services/use-entries.ts'
import { groupEntries } from '../../queue/outbox/groups.ts'
import { UnsentDialog } from '../../queue/unsent/unsent-dialog.tsx'

type Answer = 'quit' | 'stay-in-tray' | 'cancel'

/** Tells main how much is unsent, and asks when the user wants to quit with some of it. */
export const QuitGuard = () => {
  const bridge = useBridge()
  const unsent = useUnsent()
  const isLoaded = useOutboxFact(({ loaded }) => loaded)
  const count = unsent.length
  const needYou = groupEntries(unsent).needsYou.length
  const [asked, setAsked] = useState(false)

  // Before the table is read nothing is known: main keeps the count it has.
  useEffect(() => {
    if (isLoaded) bridge.app.unsent({ count, needYou }).catch(() => undefined)
  }, [bridge, count, needYou, isLoaded])

  useEffect(() => bridge.on('quit.requested', () => setAsked(true)), [bridge])

  useEffect(() => {
    if (asked && count > 0) bridge.app.quit({ answer: 'shown' }).catch(() => undefined)
  }, [asked, count, bridge])

  // The last one went out while the question stood: nothing left to ask.
  useEffect(() => {
    if (!asked || count > 0 || !isLoaded) return
    setAsked(false)
    bridge.app.quit({ answer: 'quit' }).catch(() => undefined)
  }, [asked, count, isLoaded, bridge])

  if (!asked || count === 0) return null
  const answer = (choice: Answer) => {
    setAsked(false)
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
