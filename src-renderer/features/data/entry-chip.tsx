import { CircleAlert, CircleCheck, CircleHelp, Clock, type LucideIcon, SearchCheck, Send, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { EntryState } from '../../../src-main/contract/entries.ts'
import { Chip, type Tone } from '../../ui/chip.tsx'
import { dashed } from './entries.ts'

const looks: Record<EntryState, readonly [Tone, LucideIcon]> = {
  QUEUED: ['wait', Clock],
  SENDING: ['busy', Send],
  UNKNOWN: ['busy', SearchCheck],
  NEEDS_REVIEW: ['ask', CircleHelp],
  REJECTED: ['bad', CircleAlert],
  CONFIRMED: ['ok', CircleCheck],
  DROPPED: ['plain', Trash2],
}

/** `bare` shows the icon alone; the words stay for screen readers and the tooltip. */
export const EntryChip = ({ state, bare = false }: { state: EntryState; bare?: boolean }) => {
  const { t } = useTranslation()
  const [tone, icon] = looks[state]
  const words = t(`entry.state.${dashed(state)}`)
  return (
    <Chip tone={tone} icon={icon} title={bare ? words : undefined}>
      {bare ? <span className="sr-only">{words}</span> : words}
    </Chip>
  )
}
