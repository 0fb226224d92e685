import { Archive } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useBridge } from '../../common/services/services.tsx'

/** After a new beginning: where the data of before is, until a person says they have seen it. */
export const KeptAside = () => {
  const { t } = useTranslation()
  const bridge = useBridge()
  const [path, setPath] = useState<string | null>(null)
  useEffect(() => {
    let isGone = false
    bridge.vault
      .keptAside(undefined)
      .then(reply => {
        if (reply.ok && !isGone) setPath(reply.value)
      })
      .catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [bridge])
  if (path === null) return null
  const hide = () => {
    setPath(null)
    bridge.vault.keptSeen(undefined).catch(() => undefined)
  }
  return (
    <Notice
      icon={Archive}
      testId="kept-aside"
      title={t('connect.keptAside.title')}
      actions={
        <Button small testId="kept-aside-seen" onClick={hide}>
          {t('connect.keptAside.seen')}
        </Button>
      }
    >
      <p>{t('connect.keptAside.text')}</p>
      <p className="kept-path">
        <span className="mono" data-testid="kept-aside-path">
          {path}
        </span>
        <CopyButton text={path} label={t('action.copyPath')} doneLabel={t('action.copied')} />
      </p>
    </Notice>
  )
}
