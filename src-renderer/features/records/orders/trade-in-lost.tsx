import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Workspace } from '../../../lists/types.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useList } from '../../common/services/use-workspace.ts'
import { isOfShop, orderOfItem, type TradeInLink } from './trade-in-link.ts'
import { useOpenAtLine } from './use-trade-in-link.ts'

interface TradeInLostProps {
  readonly account: Account
  readonly workspace: Workspace
  readonly link: TradeInLink
}

/** A trade-in link that leads to no order here: whose it is, or that its line is unknown. */
export const TradeInLost = ({ account, workspace, link }: TradeInLostProps) => {
  const { t } = useTranslation()
  const { rows } = useList(workspace.orders)
  const openAtLine = useOpenAtLine()
  const { item, host } = link
  const ofShop = isOfShop(link, account)
  // The list may have been read since the link was pasted.
  const order = ofShop ? orderOfItem(rows, item) : null
  const title = order ? 'tradeinLink.known' : ofShop ? 'tradeinLink.unknown' : 'tradeinLink.otherShop'
  return (
    <Notice
      tone="wait"
      role="status"
      testId="tradein-link"
      code={order ? 'known' : ofShop ? 'unknown-item' : 'other-shop'}
      title={t(title, { item, host })}
      actions={
        order ? (
          <Button small icon={ArrowRight} onClick={() => openAtLine(order, item)}>
            {t('request.openOrder', { number: order.number ?? order.id })}
          </Button>
        ) : null
      }
    >
      {order ? null : <p>{t(ofShop ? 'tradeinLink.unknownText' : 'tradeinLink.otherShopText')}</p>}
      <p>{t('tradeinLink.nothingSent')}</p>
    </Notice>
  )
}
