import { ExternalLink } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBridge } from '../services/services.tsx'
import { isWebLink } from './extra.ts'

/** A link of the shop's data: opened by the system's browser, through main's check; anything but http(s) stays text. */
export const LinkButton = ({ url, label }: { url: string | null; label: string }) => {
  const { t } = useTranslation()
  const bridge = useBridge()
  const [refused, setRefused] = useState(false)
  if (!isWebLink(url)) return url ? <span className="muted">{t('link.unsafe')}</span> : null
  const openLink = () => {
    bridge.app
      .openLink({ url })
      .then(reply => setRefused(!reply.ok))
      .catch(() => setRefused(true))
  }
  return (
    <>
      <button type="button" className="link" title={url} onClick={openLink}>
        {label}
        <ExternalLink className="icon" aria-hidden />
      </button>
      {refused ? (
        <span className="field-error" role="alert">
          {t('link.refused')}
        </span>
      ) : null}
    </>
  )
}
