import { useTranslation } from 'react-i18next'
import { joinedTexts } from '../../../model/direction.ts'
import { PHONE_MARK } from '../../../search/corpus.ts'
import { fold } from '../../../search/fold.ts'
import { needleOf } from '../../../search/hits.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { type CommandId, commandIds } from '../../common/commands/catalogue.ts'
import { useKeyHint } from '../../common/commands/commands.tsx'
import { EntryChipOf } from '../../common/parts/entry-chip.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { useAccounts } from '../../common/services/use-workspace.ts'
import { type Found, idOf } from './found.ts'
import { useDrawn } from './use-drawn.ts'

interface FindResultProps {
  readonly id: string
  /** Unique over the whole list. */
  readonly option: string
  readonly found: Found
  readonly text: string
  readonly active: boolean
  readonly onChoose: (inTab: boolean) => void
  readonly onPoint: () => void
}

const Keys = ({ command }: { command: CommandId }) => {
  const keys = useKeyHint(command)
  return keys.length === 0 ? null : (
    <span className="find-keys">
      {keys.map(key => (
        <kbd key={key} className="kbd">
          {key}
        </kbd>
      ))}
    </span>
  )
}

/** One thing that was found: what it is, why it was found, how it stands, and whose it is. */
export const FindResult = ({ id, option, found, text, active, onChoose, onPoint }: FindResultProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const several = useAccounts().accounts.length > 1
  const { icon: Icon, title, about, status, when, account, haystack } = useDrawn(found)
  const why = haystack === null ? null : whyFound(haystack, `${title} ${about} ${status?.text ?? ''}`, text)
  const command = found.kind === 'command' ? commandIds.find(each => each === found.named.id) : undefined
  return (
    <div
      id={id}
      data-option={option}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className="find-result"
      data-testid="find-result"
      data-kind={found.kind}
      data-id={idOf(found)}
      onPointerMove={onPoint}
      onClick={event => onChoose(event.ctrlKey || event.metaKey)}
    >
      <Icon className="icon find-icon" aria-hidden />
      <span className="find-words">
        <span className="find-title ellipsis">{title}</span>
        {about === '' ? null : <span className="find-about ellipsis">{about}</span>}
        {why === null ? null : <span className="find-why ellipsis">{why}</span>}
      </span>
      <span className="find-end">
        {found.kind === 'customer' ? (
          <span className="find-small">{t('find.records', { count: found.person.rows.length })}</span>
        ) : null}
        {when === null ? null : (
          <span className="find-small">
            {typeof when === 'number' ? format.near(when, now) : format.nearText(when, now)}
          </span>
        )}
        {status ? (
          <Chip tone={status.tone} title={status.shopLabel}>
            {status.text}
          </Chip>
        ) : null}
        {found.kind === 'entry' ? <EntryChipOf entry={found.entry} /> : null}
        {command ? <Keys command={command} /> : null}
        {several && account ? (
          <span
            className="find-shop"
            data-shop-colour={account.shop.colour}
            title={joinedTexts([account.shop.name, account.label], ' · ')}
          >
            <span className="shop-dot" aria-hidden />
            <span className="ellipsis">{account.shop.name}</span>
          </span>
        ) : null}
      </span>
    </div>
  )
}

const shownChars = 48

/** The field that answers where nothing of what is shown does: a tracking number, a SKU, a phone. Null when all is shown. */
export const whyFound = (haystack: string, shown: string, text: string): string | null => {
  const { words, phone } = needleOf(text)
  const seen = fold(shown)
  const missing = words.find(word => !seen.includes(word))
  if (missing === undefined) return null
  const lines = haystack.split('\n')
  const line =
    lines.find(each => each.includes(missing)) ??
    (phone === null ? undefined : lines.find(each => each.startsWith(PHONE_MARK) && each.includes(phone)))
  if (line === undefined) return null
  const said = line.startsWith(PHONE_MARK) ? `0${line.slice(PHONE_MARK.length)}` : line
  return said.length > shownChars ? `${said.slice(0, shownChars)}…` : said
}
