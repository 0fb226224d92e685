import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { still, useWatched } from '../services/use-watched.ts'
import { type CommandGroup, type CommandId, catalogue, commandGroups, commandIds, keysOf } from './catalogue.ts'
import { PressCaps, useCommandCenter } from './commands.tsx'
import { useKeySettings } from './key-settings.ts'
import { isCharacter } from './keys.ts'
import './keyboard.css'

const nothing = still<ReadonlySet<CommandId>>(new Set())

const Row = ({ id, can }: { id: CommandId; can: boolean }) => {
  const { t } = useTranslation()
  const { own, singleKeys } = useKeySettings()
  const keys = keysOf(id, own).filter(press => singleKeys || !isCharacter(press))
  return (
    <li className="keys-row" data-testid="cheat-row" data-command={id} data-available={can}>
      <span>
        {t(`command.${id}`)}
        {can ? null : <span className="sr-only">{` (${t('keys.notHere')})`}</span>}
      </span>
      <span className="cluster-tight">
        {keys.length === 0 ? <span className="muted">{t('keys.none')}</span> : null}
        {keys.map(press => (
          <PressCaps key={press} press={press} />
        ))}
      </span>
    </li>
  )
}

const Group = ({ group, available }: { group: CommandGroup; available: ReadonlySet<CommandId> }) => {
  const { t } = useTranslation()
  return (
    <section className="keys-group">
      <h3>{t(`command.group.${group}`)}</h3>
      <ul>
        {commandIds
          .filter(id => catalogue[id].group === group)
          .map(id => (
            <Row key={id} id={id} can={available.has(id)} />
          ))}
      </ul>
    </section>
  )
}

interface CheatSheetProps {
  readonly onClose: () => void
  readonly onChangeKeys: () => void
}

/** All commands with their keys. Those that don't work on this screen are greyed out, and screen readers say so. */
export const CheatSheet = ({ onClose, onChangeKeys }: CheatSheetProps) => {
  const { t } = useTranslation()
  const center = useCommandCenter()
  const available = useWatched(center?.available ?? nothing)
  const { singleKeys } = useKeySettings()
  return (
    <Dialog
      wide
      isText
      title={t('keys.title')}
      testId="cheat-sheet"
      onClose={onClose}
      footer={
        <>
          <Button variant="ghost" testId="cheat-change" onClick={onChangeKeys}>
            {t('keys.change')}
          </Button>
          <Button variant="primary" testId="cheat-close" onClick={onClose}>
            {t('action.close')}
          </Button>
        </>
      }
    >
      <p className="muted keys-note">{t(singleKeys ? 'keys.note' : 'keys.singleOffNote')}</p>
      <div className="keys-columns">
        {commandGroups.map(group => (
          <Group key={group} group={group} available={available} />
        ))}
      </div>
    </Dialog>
  )
}
