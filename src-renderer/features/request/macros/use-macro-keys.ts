import { useCommand } from '../../common/commands/commands.tsx'
import type { Macro } from './macro.ts'

/** The digits run the first nine. */
export const useMacroKeys = (macros: readonly Macro[], run: (macro: Macro) => void): void => {
  const runAt = (index: number) => {
    const macro = macros[index]
    if (macro) run(macro)
  }
  const has = (index: number) => macros.length > index
  useCommand('macro.1', () => runAt(0), has(0))
  useCommand('macro.2', () => runAt(1), has(1))
  useCommand('macro.3', () => runAt(2), has(2))
  useCommand('macro.4', () => runAt(3), has(3))
  useCommand('macro.5', () => runAt(4), has(4))
  useCommand('macro.6', () => runAt(5), has(5))
  useCommand('macro.7', () => runAt(6), has(6))
  useCommand('macro.8', () => runAt(7), has(7))
  useCommand('macro.9', () => runAt(8), has(8))
}
