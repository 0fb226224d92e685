import { useTranslation } from 'react-i18next'
import { joinedTexts } from '../../../model/direction.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useOpenRecord } from '../../common/navigation/use-open-record.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { useAccountFor } from '../../common/services/use-workspace.ts'
import { useFilters } from '../../records/filters/filter-store.tsx'
import { noFilter } from '../../records/filters/filters.ts'
import type { LinkedOrder } from './orders-of-number.ts'
import { useDeepLinks } from './use-deep-links.ts'
import './deep-links.css'

interface CloseProps {
  readonly onClose: () => void
}

const Refused = ({ text, onClose }: CloseProps & { text: string }) => {
  const { t } = useTranslation()
  return (
    <Dialog
      title={t('deepLink.refused.title')}
      testId="link-refused"
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('action.close')}</Button>}
    >
      <div className="stack">
        <p className="mono deep-link-text" dir="ltr">
          {text}
        </p>
        <p className="muted">{t('deepLink.refused.text')}</p>
      </div>
    </Dialog>
  )
}

const Unknown = ({ number, onClose }: CloseProps & { number: string }) => {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const filters = useFilters()
  const canSearch = useAccountFor('customer') !== null
  const search = () => {
    onClose()
    filters.change('orders', { ...noFilter, text: number })
    open('orders', null)
  }
  return (
    <Dialog
      title={t('deepLink.unknown.title', { number })}
      testId="link-unknown"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          {canSearch ? (
            <Button variant="primary" testId="link-search" onClick={search}>
              {t('deepLink.unknown.search')}
            </Button>
          ) : null}
        </>
      }
    >
      <p>{t(canSearch ? 'deepLink.unknown.text' : 'deepLink.unknown.noAccount')}</p>
    </Dialog>
  )
}

const Several = ({ number, orders, onClose }: CloseProps & { number: string; orders: readonly LinkedOrder[] }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const openRecord = useOpenRecord()
  return (
    <Dialog
      title={t('deepLink.several.title', { number })}
      testId="link-several"
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('action.cancel')}</Button>}
    >
      <p>{t('deepLink.several.text')}</p>
      <ul className="deep-link-choices">
        {orders.map(({ ref, account, row }) => (
          <li key={ref.accountId}>
            <button
              type="button"
              className="deep-link-choice"
              data-testid="link-choice"
              onClick={() => {
                onClose()
                openRecord(ref)
              }}
            >
              <span className="strong">{account.label}</span>
              <span className="muted">
                {joinedTexts(
                  [
                    t(`nav.${ref.screen}`),
                    format.dateText(row.dateText, false),
                    row.amount === null ? null : format.money(row.amount, row.currency),
                  ].filter(part => part !== null && part !== ''),
                  ' · ',
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** Follows links into the app (`counterside://order/<number>`), and says so when one leads nowhere, or to several orders. */
export const DeepLinks = () => {
  const [outcome, close] = useDeepLinks()
  if (outcome === null) return null
  switch (outcome.kind) {
    case 'refused':
      return <Refused text={outcome.text} onClose={close} />
    case 'unknown':
      return <Unknown number={outcome.number} onClose={close} />
    case 'several':
      return <Several number={outcome.number} orders={outcome.orders} onClose={close} />
  }
}
