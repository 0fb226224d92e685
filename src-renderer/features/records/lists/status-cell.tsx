import { Chip } from '../../../ui/chip.tsx'
import type { StatusWords } from '../../common/words/status-words.ts'

export const StatusCell = ({ words }: { words: StatusWords }) => (
  <Chip tone={words.tone} title={words.said}>
    {words.text}
  </Chip>
)
