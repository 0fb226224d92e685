import { ArrowLeft, MousePointerClick } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { CommandCaps, useCommand } from '../../common/commands/commands.tsx'
import { type Screen, useNavigation } from '../../common/navigation/navigation.tsx'
import { WalkProvider } from '../../common/navigation/walk.tsx'
import { PaneBoundary } from '../../common/parts/pane-boundary.tsx'

interface ListScreenProps {
  readonly screen: Screen
  readonly list: ReactNode
  readonly detail: (id: string) => ReactNode
}

/** Drawn first, so that Escape closes what is open above the record before the record itself. */
const CloseRecord = ({ screen, isOpen }: { screen: Screen; isOpen: boolean }) => {
  const { open } = useNavigation()
  useCommand('list.leave', () => open(screen, null), isOpen)
  return null
}

/** List and detail side by side in a wide window, one at a time in a narrow one. */
export const ListScreen = ({ screen, list, detail }: ListScreenProps) => {
  const { t } = useTranslation()
  const { openId, open } = useNavigation()
  const id = openId(screen)

  return (
    <WalkProvider>
      <CloseRecord screen={screen} isOpen={id !== null} />
      <div className="list-screen" data-detail={id === null ? 'closed' : 'open'}>
        <PaneBoundary key={screen}>{list}</PaneBoundary>
        <div className="detail-pane" tabIndex={-1}>
          {id === null ? (
            <div className="detail-none muted">
              <MousePointerClick className="icon" aria-hidden />
              <p>{t('list.pickOne')}</p>
              <p>
                <CommandCaps id="list.next" /> <CommandCaps id="list.previous" /> {t('list.walkKeys')} ·{' '}
                <CommandCaps id="find.inList" /> {t('list.searchKey')}
              </p>
            </div>
          ) : (
            <>
              <div className="detail-back">
                <Button variant="ghost" small icon={ArrowLeft} testId="detail-back" onClick={() => open(screen, null)}>
                  {t(`nav.${screen}`)}
                </Button>
              </div>
              <PaneBoundary key={id}>{detail(id)}</PaneBoundary>
            </>
          )}
        </div>
      </div>
    </WalkProvider>
  )
}
