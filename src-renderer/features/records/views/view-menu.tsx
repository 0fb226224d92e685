import { Bookmark, BookmarkPlus, Check, ListOrdered } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { bareKey } from '../../common/commands/keys.ts'
import { useFormat } from '../../common/services/use-format.ts'
import type { View } from './view.ts'

interface ViewMenuProps {
  readonly views: readonly View[]
  readonly counts: ReadonlyMap<string, number>
  readonly shown: View | null
  readonly onChoose: (view: View) => void
  readonly onSave: () => void
  readonly onManage: () => void
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** The arrow keys move within the menu. Escape closes the menu, not the record behind it. */
const onKey = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key === 'Escape') event.stopPropagation()
  const step = steps[bareKey(event.nativeEvent) ?? '']
  if (step === undefined) return
  event.preventDefault()
  event.stopPropagation()
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const from = items.findIndex(item => item.matches(':focus'))
  items[(from + step + items.length) % items.length]?.focus()
}

/** All views of the list, and the commands for views. */
export const ViewMenu = ({ views, counts, shown, onChoose, onSave, onManage }: ViewMenuProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const then = (act: () => void) => () => {
    menu.current?.hidePopover()
    act()
  }
  return (
    <>
      <Button
        variant="ghost"
        small
        icon={Bookmark}
        testId="view-menu"
        className="view-menu"
        aria-label={t('views.title')}
        title={t('views.title')}
        aria-expanded={isOpen}
        popoverTarget={id}
      />
      <div
        ref={menu}
        id={id}
        popover="auto"
        className="view-popover"
        role="group"
        aria-label={t('views.title')}
        onKeyDown={onKey}
        onToggle={event => setOpen(event.newState === 'open')}
      >
        {isOpen ? (
          <>
            {views.map(view => (
              <button
                key={view.id}
                type="button"
                className="view-item"
                data-testid="view-item"
                data-view={view.id}
                aria-pressed={view === shown}
                onClick={then(() => onChoose(view))}
              >
                <Check className="icon" aria-hidden />
                <span className="ellipsis">{view.name}</span>
                <span className="view-count">{format.count(counts.get(view.id) ?? 0)}</span>
              </button>
            ))}
            <hr />
            <button type="button" className="view-item" data-testid="view-menu-save" onClick={then(onSave)}>
              <BookmarkPlus className="icon" aria-hidden />
              {t('views.saveAs')}
            </button>
            <button type="button" className="view-item" data-testid="view-menu-manage" onClick={then(onManage)}>
              <ListOrdered className="icon" aria-hidden />
              {t('views.manage')}
            </button>
          </>
        ) : null}
      </div>
    </>
  )
}
