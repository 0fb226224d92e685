import { Archive } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useServices } from '../../common/services/services.tsx'

/** Why nobody is signed in any more, and where the file is that says who was. */
export const AccountsSetAside = () => {
  const { t } = useTranslation()
  const { accountsSetAside: path } = useServices().info
  if (path === null) return null
  return (
    <Notice tone="wait" icon={Archive} testId="accounts-set-aside" title={t('connect.setAside.title')}>
      <p>{t('connect.setAside.text')}</p>
      <p className="kept-path">
        <span className="mono">{path}</span>
        <CopyButton text={path} label={t('action.copyPath')} doneLabel={t('action.copied')} />
      </p>
    </Notice>
  )
}
