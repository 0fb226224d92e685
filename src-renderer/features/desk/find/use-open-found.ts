import { useCallback, useEffect, useState } from 'react'
import { useCommandCenter } from '../../common/commands/commands.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { type CustomerRef, type RecordRef, useOpenRecord } from '../../common/navigation/use-open-record.ts'
import { still, useWatched } from '../../common/services/use-watched.ts'
import { useFilters } from '../../records/filters/filter-store.tsx'
import { noFilter } from '../../records/filters/filters.ts'
import { type Found, type InList, refOf } from './found.ts'

type OpenRef = RecordRef | CustomerRef

const nothing = still<ReadonlySet<string>>(new Set())

/** Opens a record and, once it stands there, keeps it in a tab. */
const useOpenInTab = () => {
  const open = useOpenRecord()
  const center = useCommandCenter()
  const { here } = useNavigation()
  const available = useWatched<ReadonlySet<string>>(center?.available ?? nothing)
  const [wanted, setWanted] = useState<OpenRef | null>(null)
  useEffect(() => {
    if (wanted === null || !available.has('record.openTab')) return
    if (here.accountId !== wanted.accountId || here.screen !== wanted.screen || here.id !== wanted.id) return
    setWanted(null)
    center?.run('record.openTab')
  }, [wanted, here, available, center])
  return useCallback(
    (ref: OpenRef, inTab: boolean) => {
      setWanted(inTab ? ref : null)
      open(ref)
    },
    [open],
  )
}

/** What choosing a result does; `inTab` for what can be kept open in one. */
export const useOpenFound = () => {
  const openRef = useOpenInTab()
  const { open, openAt } = useNavigation()
  const filters = useFilters()
  const openFound = useCallback(
    (found: Found, inTab: boolean) => {
      switch (found.kind) {
        case 'order':
        case 'old-order':
        case 'pending':
        case 'request':
          return openRef(refOf(found), inTab)
        case 'customer':
          return openRef({ accountId: found.account.id, screen: 'customer', id: found.person.key }, inTab)
        case 'entry':
          return open('outbox', found.entry.id)
        case 'command':
        case 'action':
        case 'setting':
          return found.named.run()
      }
    },
    [openRef, open],
  )
  const showList = useCallback(
    ({ account, screen }: InList, text: string) => {
      filters.choose(screen, null, { ...noFilter, sort: filters.of(screen).sort, text })
      openAt({ screen, accountId: account.id, id: null })
    },
    [filters, openAt],
  )
  return { openFound, showList }
}
