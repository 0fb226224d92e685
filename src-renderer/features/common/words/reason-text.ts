import type { CancellationReason } from '../../../../src-main/contract/resources.ts'

/** The reason in the reader's language: exact tag, then its language, then the shop's default, then whatever there is. */
export const reasonText = (reason: CancellationReason, language: string): string => {
  const wanted = language.toLowerCase()
  const tags = Object.entries(reason.translations)
  const found =
    tags.find(([tag]) => tag.toLowerCase() === wanted) ??
    tags.find(([tag]) => tag.toLowerCase().split(/[-_]/)[0] === wanted.split(/[-_]/)[0])
  return found?.[1] || reason.subject || tags.find(([, text]) => text !== '')?.[1] || `#${reason.id}`
}
