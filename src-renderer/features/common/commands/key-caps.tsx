import { Fragment } from 'react'
import type { CommandId } from './catalogue.ts'
import { useKeyHint } from './commands.tsx'
import { type Press, printPress } from './keys.ts'
import { useKeyboardLayout } from './use-keyboard-layout.ts'

const Caps = ({ names }: { names: readonly string[] }) => (
  <span className="nowrap">
    {names.map((name, place) => (
      <Fragment key={name}>
        {place === 0 ? null : '+'}
        <kbd className="kbd">{name}</kbd>
      </Fragment>
    ))}
  </span>
)

/** A press as the keys of this keyboard are printed. */
export const PressCaps = ({ press }: { press: Press }) => <Caps names={printPress(press, useKeyboardLayout())} />

/** The first key of a command that works right now; nothing when there is none. */
export const CommandCaps = ({ id }: { id: CommandId }) => {
  const names = useKeyHint(id)
  return names.length === 0 ? null : <Caps names={names} />
}
