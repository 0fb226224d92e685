import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { recordKindNames } from '../../../model/record-kinds.ts'
import { say } from '../../common/commands/announcement.tsx'
import { useCommand, useCommandCenter } from '../../common/commands/commands.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { type CustomerRef, type RecordRef, useOpenRecord } from '../../common/navigation/use-open-record.ts'
import { useKept } from '../../common/services/use-kept.ts'
import { still, useWatched } from '../../common/services/use-watched.ts'
import { useFilters } from '../../records/filters/filter-store.tsx'
import { noFilter } from '../../records/filters/filters.ts'
import { FindDialog } from './find-dialog.tsx'
import { type Found, type InList, isRecord, refOf } from './found.ts'
import { noRecents, recentsSchema, withRecent } from './recents.ts'
import type { Scan } from './scan-text.ts'
import { showPart } from './use-named.ts'
import { useScanner } from './use-scanner.ts'

interface OpenBox {
  readonly text: string
  readonly scan: Scan | null
  readonly mayOpen: boolean
}

const shownOfDropped = 40

const emptyBox: OpenBox = { text: '', scan: null, mayOpen: false }

/** Goes to the settings and, once they are there, to one part of them. */
const useShowSettings = () => {
  const { screen, go } = useNavigation()
  const [part, setPart] = useState<string | null>(null)
  useEffect(() => {
    if (part !== null && screen === 'settings' && showPart(part)) setPart(null)
  }, [part, screen])
  return useCallback(
    (wanted: string) => {
      go('settings')
      setPart(wanted)
    },
    [go],
  )
}

/** The find box, available on every screen: opened by key, by the header's button, or by a scanner. */
export const FindBox = () => {
  const { t } = useTranslation()
  const [box, setBox] = useState<OpenBox | null>(null)
  const { openFound, showList } = useOpenFound()
  const showSettings = useShowSettings()
  const then = useRef<(() => void) | null>(null)
  const isOpen = box !== null

  useCommand('find.box', () => setBox(emptyBox))
  useRecents()
  useScanner(
    scan =>
      setBox(before => {
        // Over another dialog a record would open unseen, and what was typed there would go.
        const mayOpen = before?.mayOpen === true || document.querySelectorAll('dialog[open]').length <= (before ? 1 : 0)
        return { text: scan.text, scan, mayOpen }
      }),
    dropped => say(t('find.dropped', { text: dropped.slice(0, shownOfDropped) })),
  )

  useEffect(() => {
    if (isOpen) return
    const run = then.current
    then.current = null
    run?.()
  }, [isOpen])

  const onClose = useCallback((next?: () => void) => {
    then.current = next ?? null
    setBox(null)
  }, [])
  const onText = useCallback(
    (text: string) => setBox(before => (before === null ? before : { ...before, text, scan: null })),
    [],
  )
  return box === null ? null : <FindDialog {...box} {...{ onText, onClose, openFound, showList, showSettings }} />
}

type OpenRef = RecordRef | CustomerRef

const nothing = still<ReadonlySet<string>>(new Set())

/** Opens a record and, once it is shown, keeps it in a tab. */
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
const useOpenFound = () => {
  const openRef = useOpenInTab()
  const { open, openAt } = useNavigation()
  const filters = useFilters()
  const openFound = useCallback(
    (found: Found, inTab: boolean) => {
      if (isRecord(found)) return openRef(refOf(found), inTab)
      switch (found.kind) {
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

/** Walking down a list must not record each row as opened. */
const settleMs = 700

/** Keeps which records were open for a moment, however they were opened. */
const useRecents = (): void => {
  const { here } = useNavigation()
  const [recents, set] = useKept('recents', recentsSchema, noRecents)
  const latest = useRef(recents)
  useEffect(() => {
    latest.current = recents
  })
  const { accountId, id } = here
  const screen = recordKindNames.find(each => each === here.screen)
  useEffect(() => {
    if (screen === undefined || accountId === null || id === null) return
    const timer = setTimeout(() => set(withRecent(latest.current, { accountId, screen, id })), settleMs)
    return () => clearTimeout(timer)
  }, [screen, accountId, id, set])
}
