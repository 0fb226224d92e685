import type { Fact } from './facts.tsx'
import { LinkButton } from './link-button.tsx'

/** A fact whose value is a link of the shop's data; left out when there is none. */
export const linkFact = (label: string, url: string | null | undefined, linkLabel: string): Fact => [
  label,
  url ? <LinkButton key={label} url={url} label={linkLabel} /> : null,
]
