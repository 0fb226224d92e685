import { useTranslation } from 'react-i18next'
import { CopyButton, copyText } from '../../../ui/copy.tsx'
import { useCommand, useKeyTitle } from '../../common/commands/commands.tsx'
import { say } from '../../common/commands/said.tsx'

/** Copies the number of the open record, by button or by key. */
export const CopyNumber = ({ number, label }: { number: string; label?: string }) => {
  const { t } = useTranslation()
  const title = useKeyTitle(label ?? t('action.copyNumber'), 'record.copyNumber')
  useCommand('record.copyNumber', () =>
    say(copyText(number) ? t('keys.copied', { count: 1, text: number }) : t('keys.notCopied')),
  )
  return (
    <CopyButton text={number} label={label ?? t('action.copyNumber')} title={title} doneLabel={t('action.copied')} />
  )
}
