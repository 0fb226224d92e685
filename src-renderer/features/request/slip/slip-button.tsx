import { Printer } from 'lucide-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Order } from '../../../../src-main/contract/resources.ts'
import { Button } from '../../../ui/button.tsx'
import { useCommand, useKeyTitle } from '../../common/commands/commands.tsx'
import { useOutbox } from '../../common/services/use-entries.ts'
import { entriesOf, requestsOfOrder, type SlipSubject } from './use-slip.ts'

// The barcode's encoder is large, and only a slip needs it.
const SlipDialog = lazy(() => import('./slip-dialog.tsx').then(module => ({ default: module.SlipDialog })))

interface SlipButtonProps {
  readonly subject: SlipSubject
  /** Whether the shortcut opens this slip. At most one on the screen. */
  readonly byKey: boolean
  /** A less prominent button, for lists. */
  readonly quiet?: boolean
}

/** Opens the slip for a request, an entry or an order. */
export const SlipButton = ({ subject, byKey, quiet = false }: SlipButtonProps) => {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  useCommand('record.slip', () => setOpen(true), byKey)
  const withKey = useKeyTitle(t('command.record.slip'), 'record.slip')
  return (
    <>
      <Button
        small
        variant={quiet ? 'ghost' : 'secondary'}
        icon={Printer}
        testId="slip-open"
        title={byKey ? withKey : t('command.record.slip')}
        onClick={() => setOpen(true)}
      >
        {t('slip.open')}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <SlipDialog subject={subject} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

/** The slip of an order with requests in the outbox or at the shop. Renders nothing for other orders. */
export const OrderSlip = ({ account, order }: { account: Account; order: Order }) => {
  const { entries } = useOutbox()
  const subject = useMemo<SlipSubject>(() => ({ kind: 'order', accountId: account.id, order }), [account.id, order])
  const isAsked = requestsOfOrder(order).length > 0 || entriesOf(subject, entries).length > 0
  return isAsked ? <SlipButton byKey subject={subject} /> : null
}
