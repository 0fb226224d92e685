import { type Corpus, findAll, isRecord, onlyRecord } from './find-all.ts'
import type { FoundRecord } from './found.ts'
import type { Scan } from './scan-text.ts'

/** Which reading of a scanned code is known here, and the one record that it means, if there is one. */
export const readScanned = (corpus: Corpus, { text, other }: Scan): { text: string; only: FoundRecord | null } => {
  for (const reading of other === null ? [text] : [text, other]) {
    const groups = findAll(corpus, reading)
    const only = onlyRecord(groups)
    if (only || groups.some(({ found }) => found.some(isRecord))) return { text: reading, only }
  }
  return { text, only: null }
}
