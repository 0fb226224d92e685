import {
  CircleAlert,
  CircleCheck,
  CircleHelp,
  CircleX,
  Clock,
  type LucideIcon,
  SearchCheck,
  Send,
  Trash2,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Entry, EntryState } from '../../../../src-main/contract/entries.ts'
import { dashed } from '../../../model/entries.ts'
import { isLostStage } from '../../../model/request-status.ts'
import { Chip, type Tone } from '../../../ui/chip.tsx'
import { useStageOf } from '../services/watch-rows.ts'

const looks: Record<EntryState, readonly [Tone, LucideIcon]> = {
  QUEUED: ['wait', Clock],
  SENDING: ['busy', Send],
  UNKNOWN: ['busy', SearchCheck],
  NEEDS_REVIEW: ['ask', CircleHelp],
  REJECTED: ['bad', CircleAlert],
  CONFIRMED: ['ok', CircleCheck],
  DROPPED: ['plain', Trash2],
}

/** `bare` shows only the icon; the text stays for screen readers and the tooltip. */
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

/** The shop may have rejected or cancelled a request that it received. */
const ConfirmedChip = ({ entry: { accountId, result } }: { entry: Entry }) => {
  const { t } = useTranslation()
  const stage = useStageOf()(accountId, result?.requestId ?? '')
  if (!isLostStage(stage)) return <EntryChip state="CONFIRMED" />
  return (
    <Chip tone="bad" icon={CircleX}>
      {t(stage === 'rejected' ? 'entry.state.rejected-later' : 'status.request.cancelled')}
    </Chip>
  )
}

/** An entry's state; for a confirmed entry also whether the shop rejected or cancelled the request later. */
export const EntryChipOf = ({ entry }: { entry: Entry }) =>
  entry.state === 'CONFIRMED' ? <ConfirmedChip entry={entry} /> : <EntryChip state={entry.state} />
