import { ArrowLeft, MousePointerClick } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { type Screen, useNavigation } from '../navigation/navigation.tsx'
import { PaneBoundary } from '../shell/pane-boundary.tsx'
import { WalkProvider } from './walk-store.tsx'

interface ListScreenProps {
  readonly screen: Screen
  readonly list: ReactNode
  readonly detail: (id: string) => ReactNode
}

/** List and detail side by side when there is room, one at a time when there is not. */
export const ListScreen = ({ screen, list, detail }: ListScreenProps) => {
  const { t } = useTranslation()
  const { openId, open } = useNavigation()
  const id = openId(screen)

  useEffect(() => {
    if (id === null) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return
      const typing = event.target instanceof HTMLElement && /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)
      if (!typing) open(screen, null)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [id, open, screen])

  return (
    <WalkProvider>
      <div className="list-screen" data-detail={id === null ? 'closed' : 'open'}>
        <PaneBoundary key={screen}>{list}</PaneBoundary>
        <div className="detail-pane">
          {id === null ? (
            <div className="detail-none muted">
              <MousePointerClick className="icon" aria-hidden />
              <p>{t('list.pickOne')}</p>
              <p>
                <span className="kbd">J</span> <span className="kbd">K</span> {t('list.walkKeys')} ·{' '}
                <span className="kbd">/</span> {t('list.searchKey')}
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
