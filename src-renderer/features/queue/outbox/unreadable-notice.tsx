import { Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { entryStateSchema } from '../../../../src-main/contract/entries.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { dashed } from '../../../model/entries.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { fileName, SaveOutcome, useSaveFile } from '../../common/parts/save-file.tsx'
import { useCounterside } from '../../common/services/services.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { useAccounts } from '../../common/services/use-workspace.ts'

const useUnreadableRows = (count: number): readonly UnreadableRow[] => {
  const { outbox } = useCounterside()
  const [rows, setRows] = useState<readonly UnreadableRow[]>([])
  useEffect(() => {
    if (count === 0) return
    let isGone = false
    outbox
      .exportUnreadable()
      .then(reply => {
        if (reply.ok && !isGone) setRows(unreadableRows(reply.value))
      })
      .catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [outbox, count])
  return rows
}

/** Stored requests that can't be opened: which they are, what may help, and a copy of the sealed rows. */
export const UnreadableNotice = ({ count }: { count: number }) => {
  const rows = useUnreadableRows(count)
  return count === 0 ? null : <UnreadableRows count={count} rows={rows} />
}

export const UnreadableRows = ({ count, rows }: { count: number; rows: readonly UnreadableRow[] }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const { outbox } = useCounterside()
  const { accounts } = useAccounts()
  const { state, save } = useSaveFile()
  const nameOf = (accountId: string) => {
    const account = accounts.find(each => each.id === accountId)
    return account ? joinedTexts([account.label, account.shop.name], ' · ') : t('outbox.accountGone')
  }
  const stateOf = (text: string) => {
    const known = entryStateSchema.safeParse(text)
    return known.success ? t(`entry.state.${dashed(known.data)}`) : text
  }
  return (
    <Notice
      tone="bad"
      testId="outbox-unreadable"
      title={t('outbox.unreadable', { count })}
      actions={
        <Button
          small
          icon={Download}
          testId="unreadable-save"
          busy={state.kind === 'saving'}
          onClick={() => save(`${fileName('unreadable')}.json`, outbox.exportUnreadable)}
        >
          {t('outbox.unreadableRows.save')}
        </Button>
      }
    >
      <p>{t('outbox.unreadableRows.why')}</p>
      <p>{t('outbox.unreadableRows.ways')}</p>
      {rows.length > 0 ? (
        <ul className="unreadable-rows">
          {rows.map(row => (
            <li key={row.id} data-testid="unreadable-row">
              {joinedTexts([format.moment(row.createdAt), nameOf(row.accountId), stateOf(row.state)], ' · ')}
            </li>
          ))}
        </ul>
      ) : null}
      <p>{t('outbox.unreadableRows.copy')}</p>
      <SaveOutcome state={state} />
    </Notice>
  )
}

const rowSchema = z.object({ id: z.string(), accountId: z.string(), createdAt: z.number(), state: z.string() })

/** The facts of an unreadable row that are stored outside the seal. */
type UnreadableRow = z.infer<typeof rowSchema>

/** The rows in the text of `exportUnreadable`, newest first; none when it is not such a text. */
export const unreadableRows = (exported: string): readonly UnreadableRow[] => {
  try {
    const parsed = z.array(rowSchema).safeParse(JSON.parse(exported))
    return parsed.success ? [...parsed.data].sort((a, b) => b.createdAt - a.createdAt) : []
  } catch {
    return []
  }
}
