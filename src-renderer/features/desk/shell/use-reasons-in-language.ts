import { useEffect, useRef } from 'react'
import { useBridge, usePreferences } from '../../common/services/services.tsx'
import { useActiveWorkspace } from '../../common/services/use-workspace.ts'

/** A shop may send its reasons in one language only, the one it was asked in: after a change they are asked for again. */
export const useReasonsInLanguage = (): void => {
  const bridge = useBridge()
  const { language } = usePreferences()
  const workspace = useActiveWorkspace('customer')
  const readIn = useRef(language)
  useEffect(() => {
    if (readIn.current === language || workspace === null) return
    readIn.current = language
    // Main has to know the language before it asks; telling it twice does no harm.
    bridge.app
      .prefer({ language })
      .then(() => (workspace.account.signedIn ? workspace.reasons.refresh() : undefined))
      .catch(() => undefined)
  }, [bridge, language, workspace])
}
