import { useEffect, useState } from 'react'
import type { AppInfo } from '../../../../src-main/contract/calls.ts'
import { useServices } from '../../common/services/services.tsx'

/** The facts about the program as of now: the demo shop, for one, may have come up since the start. */
export function useAppInfo(): AppInfo {
  const { bridge, info } = useServices()
  const [latest, setLatest] = useState(info)
  useEffect(() => {
    let isGone = false
    bridge.app.info(undefined).then(
      reply => {
        if (reply.ok && !isGone) setLatest(reply.value)
      },
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [bridge])
  return latest
}
