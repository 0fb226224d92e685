import { useTranslation } from 'react-i18next'
import type { Workspace } from '../../../lists/types.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { Button } from '../../../ui/button.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { useAccounts, useWorkspaceOf } from '../../common/services/use-workspace.ts'
import { AskedCard, CandidateCard, type EvidenceProps } from './evidence-cards.tsx'
import { useCandidates } from './use-candidates.ts'

/** When the shop was read in full without a sight of the request, which is why a person has to decide. */
const AbsentReads = ({ times }: { times: readonly number[] }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  if (times.length === 0) return null
  return (
    <p className="muted" data-testid="entry-absent-reads" data-count={times.length}>
      {t('entry.evidence.absentReads', {
        count: times.length,
        times: joinedTexts(
          times.map(at => format.near(at, now)),
          ', ',
        ),
      })}
    </p>
  )
}

const Candidates = ({ entry, workspace, ...adopting }: EvidenceProps & { workspace: Workspace | null }) => {
  const { t } = useTranslation()
  const { candidates, reading, readAgain } = useCandidates(workspace, entry)
  const isMissing = candidates.some(({ row }) => row === null)
  return (
    <div className="stack-s" data-testid="entry-evidence">
      <div className="evidence">
        <AskedCard entry={entry} workspace={workspace} />
        {candidates.map(candidate => (
          <CandidateCard key={candidate.id} entry={entry} candidate={candidate} workspace={workspace} {...adopting} />
        ))}
      </div>
      {isMissing && workspace ? (
        <div>
          <Button small testId="evidence-read" busy={reading} onClick={readAgain}>
            {t('entry.evidence.readAgain')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

/** What a person needs to decide: what we asked for, what the shop has, and when it was looked at. */
export const ReviewEvidence = (props: EvidenceProps) => {
  const { entry } = props
  const { accounts } = useAccounts()
  const account = accounts.find(each => each.id === entry.accountId)
  const workspace = useWorkspaceOf(account?.id ?? null)
  if (entry.state !== 'NEEDS_REVIEW') return null
  return (
    <>
      <AbsentReads times={entry.absentReads} />
      {entry.review && entry.review.candidateIds.length > 0 ? <Candidates {...props} workspace={workspace} /> : null}
    </>
  )
}
