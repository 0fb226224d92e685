import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import { entryBefore } from '../../../outbox/scheduler.ts'
import { useNow } from '../../../ui/use-now.ts'
import { useOutboxFact } from '../services/use-entries.ts'
import { useFormat } from '../services/use-format.ts'
import { useStandstill } from '../services/use-standstill.ts'
import { useAccounts, useSignals } from '../services/use-workspace.ts'
import { nextWords } from './next-words.ts'

/** What happens next with an entry, kept up to date. */
export const useNextWords = (entry: Entry): string => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const { accounts } = useAccounts()
  const account = accounts.find(each => each.id === entry.accountId) ?? null
  const signals = useSignals(account)
  const isPaused = useOutboxFact(({ paused }) => paused.includes(entry.accountId))
  const storageBroken = useOutboxFact(({ storageFailure }) => storageFailure !== null)
  const waitsBehind = useOutboxFact(({ entries }) =>
    entry.state === 'QUEUED' ? (entryBefore(entry, entries)?.state ?? null) : null,
  )
  const standstill = useStandstill(entry.accountId)
  return nextWords(
    {
      entry,
      signals: account ? signals : { ...signals, session: 'signed-out' },
      paused: isPaused,
      standstill,
      storageBroken,
      waitsBehind,
      now,
      time: format.time,
    },
    t,
  )
}
