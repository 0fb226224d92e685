import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type CommandId, catalogue, commandIds, keysOf } from '../../common/commands/catalogue.ts'
import { useCommandCenter } from '../../common/commands/commands.tsx'
import { useKeyboardLayout, useKeySettings } from '../../common/commands/key-settings.ts'
import { capOf, isCharacter, type Press, placedOn } from '../../common/commands/keys.ts'
import { useBridge } from '../../common/services/services.tsx'
import { still, useWatched } from '../../common/services/use-watched.ts'

/** Ms to wait until a change of screen is complete. */
const settleMs = 100
const none = still<ReadonlySet<CommandId>>(new Set())

const isCommandId = (text: string): text is CommandId => Object.hasOwn(catalogue, text)

/**
 * Shows every command in the window's menu, with its words, its key and whether it can be done, and does what is chosen
 * there.
 */
export const useMenu = (): void => {
  const { t } = useTranslation()
  const bridge = useBridge()
  const center = useCommandCenter()
  const available = useWatched(center?.available ?? none)
  const { own, singleKeys } = useKeySettings()
  const layout = useKeyboardLayout()

  const commands = useMemo(
    () =>
      commandIds.map(id => {
        const press = keysOf(id, own).find(each => singleKeys || !isCharacter(each))
        return {
          id,
          label: t(`command.${id}`),
          accelerator: press === undefined ? null : acceleratorOf(press, layout),
          can: available.has(id),
        }
      }),
    [t, own, singleKeys, layout, available],
  )

  useEffect(() => {
    const timer = setTimeout(() => {
      bridge.desktop.showCommands({ commands }).catch(() => undefined)
    }, settleMs)
    return () => clearTimeout(timer)
  }, [bridge, commands])

  useEffect(
    () =>
      bridge.on('menu.command', ({ command }) => {
        // An open dialog wants its answer first, as with keys.
        if (isCommandId(command) && !document.querySelector('dialog[open]')) center?.run(command)
      }),
    [bridge, center],
  )
}

const named: ReadonlyMap<string, string> = new Map([
  ['ArrowDown', 'Down'],
  ['ArrowUp', 'Up'],
  ['ArrowLeft', 'Left'],
  ['ArrowRight', 'Right'],
  ['Enter', 'Return'],
  ['Escape', 'Esc'],
  ['Comma', ','],
  ['Period', '.'],
])
/** What Electron's accelerators have and the contract lets through. */
const writable =
  /^(?:[A-Z0-9,./]|F\d{1,2}|Up|Down|Left|Right|Return|Tab|Space|Esc|Home|End|PageUp|PageDown|Insert|Delete)$/

/** A press as a menu writes it, by the person's layout where its letter is a plain one; null when a menu can't. */
export const acceleratorOf = (press: Press, layout: ReadonlyMap<string, string> | null): string | null => {
  const parts = placedOn(press, layout).split('+')
  const key = parts.at(-1) ?? ''
  const letter = layout?.get(key)
  const onKey = letter === undefined ? undefined : capOf(letter, layout)
  const plain = onKey !== undefined && /^[A-Z0-9]$/.test(onKey) ? onKey : key.replace(/^(?:Key|Digit)(?=.$)/, '')
  const name = named.get(key) ?? plain
  if (!writable.test(name)) return null
  return [...parts.slice(0, -1).map(part => (part === 'Ctrl' ? 'CmdOrCtrl' : part)), name].join('+')
}
