import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { Eligibility } from '../../../model/eligibility.ts'
import { Chip } from '../../../ui/chip.tsx'
import type { orderStatusWords } from '../words/status-words.ts'
import { EntryChipOf } from './entry-chip.tsx'

interface LineStateProps {
  readonly status: ReturnType<typeof orderStatusWords>
  readonly overlay: Entry | null
  readonly types: Eligibility['types']
}

/** How a line stands: at the shop, in the outbox, and what may be asked for it. */
export const LineState = ({ status, overlay, types }: LineStateProps) => {
  const { t } = useTranslation()
  return (
    <>
      <Chip tone={status.tone} title={status.said}>
        {status.text}
      </Chip>
      {overlay ? <EntryChipOf entry={overlay} /> : null}
      {types.map(type => (
        <span key={type} className="line-may">
          {t(`order.may.${type}`)}
        </span>
      ))}
    </>
  )
}
