import { CopyButton } from '../../../ui/copy-button.tsx'
import type { Fact } from './facts.tsx'

/** A fact that people paste elsewhere; left out when there is none. */
export const copyFact = (
  label: string,
  text: string | null | undefined,
  words: { readonly copy: string; readonly copied: string },
): Fact => [
  label,
  text ? (
    <span key={label} className="cluster-tight">
      {text}
      <CopyButton text={text} label={words.copy} doneLabel={words.copied} />
    </span>
  ) : null,
]
