import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import { safeLink } from './links.ts'
import type { Words } from './words.ts'

type Item = MenuItemConstructorOptions

export interface Clicked
  extends Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'linkURL' | 'misspelledWord'> {
  readonly dictionarySuggestions: readonly string[]
  readonly editFlags: Pick<ContextMenuParams['editFlags'], 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'>
}

export interface ContextActions {
  readonly replace: (word: string) => void
  readonly learn: (word: string) => void
  readonly copyText: (text: string) => void
}

const line: Item = { type: 'separator' }

/** What a right click offers there: spelling, cut and paste, a link's address. Empty where there is nothing to offer. */
export function contextTemplate(at: Clicked, say: Words, act: ContextActions): Item[] {
  const { misspelledWord: word, editFlags: can } = at
  const link = safeLink(at.linkURL)
  const spelling: Item[] = at.dictionarySuggestions
    .slice(0, 5)
    .map(suggestion => ({ label: suggestion, click: () => act.replace(suggestion) }))
  if (word !== '' && spelling.length === 0) spelling.push({ label: say.noSuggestion, enabled: false })
  const blocks: readonly Item[][] = [
    word === '' ? [] : [...spelling, { label: say.learnWord, click: () => act.learn(word) }],
    at.isEditable
      ? [
          { role: 'cut', label: say.cut, enabled: can.canCut },
          { role: 'copy', label: say.copy, enabled: can.canCopy },
          { role: 'paste', label: say.paste, enabled: can.canPaste },
          { role: 'selectAll', label: say.selectAll, enabled: can.canSelectAll },
        ]
      : at.selectionText.trim() === ''
        ? []
        : [{ role: 'copy', label: say.copy }],
    link === null ? [] : [{ label: say.copyLink, click: () => act.copyText(link) }],
  ]
  return blocks.filter(block => block.length > 0).flatMap((block, index) => (index === 0 ? block : [line, ...block]))
}
