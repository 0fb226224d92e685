import { useKept } from '../../common/services/use-kept.ts'
import { type Macro, macrosSchema } from './macro.ts'

const none: readonly Macro[] = []

/** The macros of this computer, in the order of their keys 1 to 9. */
export const useMacros = () => {
  const [macros, set] = useKept<readonly Macro[]>('macros', macrosSchema, none)
  return {
    macros,
    /** In its place when it is known, else at the end. */
    keep: (macro: Macro) =>
      set(
        macros.some(each => each.id === macro.id)
          ? macros.map(each => (each.id === macro.id ? macro : each))
          : [...macros, macro],
      ),
    put: (next: readonly Macro[]) => set(next),
  }
}
