import { useTranslation } from 'react-i18next'
import { Button, type ButtonProps } from '../../../ui/button.tsx'
import type { CommandId } from '../../common/commands/catalogue.ts'
import { useCommand, useKeyTitle } from '../../common/commands/commands.tsx'
import type { EntryAction } from './groups.ts'

export type KeyedAction = Exclude<EntryAction, 'adopt'>

const commandOf: Readonly<Record<KeyedAction, CommandId>> = {
  'check-now': 'entry.checkNow',
  edit: 'entry.edit',
  retry: 'entry.retry',
  'send-again': 'entry.sendAgain',
  discard: 'entry.discard',
}

interface EntryButtonProps {
  readonly action: KeyedAction
  readonly variant: ButtonProps['variant']
  readonly busy: EntryAction | null
  /** Whether the entry has focus: its keys are its own then. */
  readonly current: boolean
  readonly onPress: () => void
}

/** One thing to do with an entry, by button and, while the entry has focus, by key. */
export const EntryButton = ({ action, variant = 'secondary', busy, current, onPress }: EntryButtonProps) => {
  const { t } = useTranslation()
  const text = t(`entry.action.${action}`)
  const title = useKeyTitle(text, commandOf[action])
  useCommand(commandOf[action], onPress, current && busy === null)
  return (
    <Button
      small
      variant={variant}
      testId={`entry-${action}`}
      busy={busy === action}
      disabled={busy !== null}
      title={title}
      onClick={onPress}
    >
      {text}
    </Button>
  )
}
