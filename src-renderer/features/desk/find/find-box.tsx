import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../common/commands/commands.tsx'
import { say } from '../../common/commands/said.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { FindDialog } from './find-dialog.tsx'
import type { Scan } from './scan-text.ts'
import { showPart } from './settings-pages.ts'
import { useOpenFound } from './use-open-found.ts'
import { useRecents } from './use-recents.ts'
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

/** The one box, wherever somebody is: opened by key, by the header's button, or by a scanner. */
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
