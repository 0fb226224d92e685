import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CancellationPayload } from '../../../../src-main/contract/commands.ts'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { CancellationRequest } from '../../../../src-main/contract/resources.ts'
import type { Workspace } from '../../../lists/types.ts'
import { hasOwnId } from '../../../model/item-requests.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { useList } from '../../common/services/use-workspace.ts'
import { reasonText } from '../../common/words/record-words.ts'
import { cancellationTypeWords, requestStatusWords } from '../../common/words/status-words.ts'
import type { Candidate } from './use-candidates.ts'

export interface EvidenceProps {
  readonly entry: Entry
  readonly busy: boolean
  readonly onAdopt: (requestId: string) => void
}

type Line = readonly [label: string, value: ReactNode, field?: ComparedField]

const Lines = ({ lines, differs }: { lines: readonly Line[]; differs?: ReadonlySet<ComparedField> }) => {
  const { t } = useTranslation()
  return (
    <dl className="evidence-lines">
      {lines.map(([label, value, field]) => {
        const isOther = field !== undefined && differs?.has(field) === true
        return (
          <div key={label} data-differs={isOther} data-field={field}>
            <dt>{label}</dt>
            <dd>
              {value ?? <span className="muted">{t('entry.evidence.notShown')}</span>}
              {isOther ? <Chip tone="bad">{t('entry.evidence.differs')}</Chip> : null}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** Both sides in the same language, so that what is the same also looks the same. */
const useReasonName = (workspace: Workspace | null) => {
  const { i18n } = useTranslation()
  const reasons = useList(workspace?.reasons ?? null)
  return (id: string | null, otherwise: string | null = null): string | null => {
    const reason = reasons.rows.find(each => each.id === id)
    return reason ? reasonText(reason, i18n.language) : (otherwise ?? (id === null ? null : `#${id}`))
  }
}

/** The request as we made it. */
export const AskedCard = ({ entry, workspace }: { entry: Entry; workspace: Workspace | null }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const reasonName = useReasonName(workspace)
  const { payload } = entry.command
  const sentAt = entry.attempts.at(-1)?.startedAt
  return (
    <section className="evidence-card" aria-label={t('entry.evidence.asked')}>
      <h3>{t('entry.evidence.asked')}</h3>
      <Lines
        lines={[
          [t('filter.facet.type.name'), cancellationTypeWords(payload.cancellation_type, t)],
          [t('form.reason'), reasonName(payload.reason, entry.about.reasonText)],
          [t('order.quantity'), payload.quantity ?? null],
          ...(payload.description ? ([[t('form.description'), payload.description]] as const) : []),
          sentAt === undefined
            ? [t('entry.evidence.saved'), format.moment(entry.createdAt)]
            : [t('entry.evidence.sent'), format.moment(sentAt)],
        ]}
      />
    </section>
  )
}

/** Some shops write 2 as "2.00". */
const pieces = (quantity: string | null, count: (value: number) => string): string | null =>
  quantity === null || quantity === '' || Number.isNaN(Number(quantity)) ? quantity : count(Number(quantity))

const CandidateLines = ({
  entry,
  row,
  workspace,
}: {
  entry: Entry
  row: CancellationRequest
  workspace: Workspace | null
}) => {
  const { t } = useTranslation()
  const format = useFormat()
  const reasonName = useReasonName(workspace)
  const { description } = row
  return (
    <Lines
      differs={differencesOf(entry.command.payload, row)}
      lines={[
        [t('filter.facet.type.name'), row.cancellation_type && cancellationTypeWords(row.cancellation_type, t), 'type'],
        [t('form.reason'), reasonName(row.reason), 'reason'],
        [t('order.quantity'), pieces(row.quantity, format.count), 'quantity'],
        ...(description ? ([[t('form.description'), description, 'description']] as const) : []),
        [t('order.created'), format.dateText(row.created_date)],
        ...(row.easy_return?.code
          ? ([
              [
                t('request.easyReturnCode'),
                <span key="code" className="mono">
                  {row.easy_return.code}
                </span>,
              ],
            ] as const)
          : []),
      ]}
    />
  )
}

interface CandidateCardProps extends EvidenceProps {
  readonly candidate: Candidate
  readonly workspace: Workspace | null
}

/** One request that may be ours, as the shop shows it, and the button that says it is. */
export const CandidateCard = ({ entry, candidate: { id, row }, workspace, busy, onAdopt }: CandidateCardProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const status = row ? requestStatusWords(row.value.status, t) : null
  const nameless = hasOwnId(id) ? '' : 'Nameless'
  const title = t(`entry.evidence.atShop${nameless}`, { id })
  return (
    <section className="evidence-card" aria-label={title} data-testid="entry-candidate" data-request-id={id}>
      <h3 className="spread">
        {title}
        {status ? (
          <Chip tone={status.tone} title={status.shopLabel}>
            {status.text}
          </Chip>
        ) : null}
      </h3>
      {row ? (
        <>
          <CandidateLines entry={entry} row={row.value} workspace={workspace} />
          <p className="muted">{t('entry.evidence.asRead', { moment: format.moment(row.readAt) })}</p>
        </>
      ) : (
        <p className="muted">{t('entry.evidence.notHere')}</p>
      )}
      <div className="evidence-act">
        <Button
          small
          variant="primary"
          testId="entry-adopt"
          data-request-id={id}
          aria-label={t(`entry.evidence.adopt${nameless}`, { id })}
          disabled={busy}
          onClick={() => onAdopt(id)}
        >
          {t('entry.action.adopt')}
        </Button>
      </div>
    </section>
  )
}

/** What a request at the shop can differ in from the one we asked for. */
const comparedFields = ['type', 'reason', 'quantity', 'description'] as const
type ComparedField = (typeof comparedFields)[number]

const isGiven = (text: string | null): text is string => text !== null && text !== ''

/** Fields that the shop shows and that are not what we asked for. What it leaves out differs in nothing. */
export const differencesOf = (payload: CancellationPayload, row: CancellationRequest): ReadonlySet<ComparedField> => {
  const { cancellation_type: type, reason, quantity, description } = row
  const differs: Record<ComparedField, boolean> = {
    type: isGiven(type) && type !== payload.cancellation_type,
    reason: isGiven(reason) && reason.trim() !== payload.reason.trim(),
    // The shop may write 2 as "2.00".
    quantity: isGiven(quantity) && payload.quantity !== undefined && Number(quantity) !== payload.quantity,
    // A text where we sent none means another request.
    description: isGiven(description) && description.trim() !== (payload.description ?? '').trim(),
  }
  return new Set(comparedFields.filter(field => differs[field]))
}
