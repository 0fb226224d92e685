import { type LucideIcon, Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { joinedTexts } from '../../../model/direction.ts'
import type { RecordRow } from '../../../search/people.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useOpenRecord } from '../../common/navigation/use-open-record.ts'
import { EntryChipOf } from '../../common/parts/entry-chip.tsx'
import { recordIcons } from '../../common/parts/record-icons.ts'
import { useFigureWords } from '../../common/services/figures.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { cancellationTypeWords, orderStatusWords, requestStatusWords } from '../../common/words/status-words.ts'
import { kindOfItem, type PersonItem, type PersonItemKind } from './person.ts'

const icons: Readonly<Record<PersonItemKind, LucideIcon>> = { ...recordIcons, outbox: Send }

const useTitle = () => {
  const { t } = useTranslation()
  return (item: PersonItem): string => {
    if (item.kind === 'entry') return item.entry.about.productName ?? t('order.namelessItem')
    const { screen, row } = item.record
    if (screen === 'requests')
      return joinedTexts([cancellationTypeWords(row.cancellationType, t), row.productName], ' · ')
    if (screen === 'orders') {
      const more = row.itemCount - 1
      const first = row.firstItem ?? t(row.itemCount > 0 ? 'order.namelessItem' : 'order.noItems')
      return more > 0 ? `${first} ${t('order.more', { count: more })}` : first
    }
    return t('order.linesCount', { count: row.itemCount })
  }
}

const StatusOf = ({ record: { screen, row } }: { record: RecordRow }) => {
  const { t } = useTranslation()
  if (screen === 'old-orders') return <Chip>{row.status.value ?? t('status.unknown')}</Chip>
  const status = screen === 'requests' ? requestStatusWords(row.status, t) : orderStatusWords(row.status, t)
  return (
    <Chip tone={status.tone} title={status.said}>
      {status.text}
    </Chip>
  )
}

const numberOf = (item: PersonItem): string | null => {
  if (item.kind === 'entry') return item.entry.about.orderNumber ?? item.entry.about.orderId
  const { screen, row } = item.record
  return screen === 'requests' ? `#${row.number ?? row.id}` : row.number
}

const useMoneyWords = () => {
  const format = useFormat()
  const words = useFigureWords()
  return (item: PersonItem): string | null => {
    const { amount, currency } = item.kind === 'entry' ? item.entry.about : item.record.row
    return item.figure === undefined ? format.money(amount, currency) : words(item.figure, currency)
  }
}

/** One order, request or entry of a customer; leads to it. */
export const CustomerRow = ({ item }: { item: PersonItem }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const title = useTitle()
  const money = useMoneyWords()
  const openRecord = useOpenRecord()
  const { open } = useNavigation()
  const kind = kindOfItem(item)
  const Icon = icons[kind]
  const id = item.kind === 'entry' ? item.entry.id : item.record.row.id
  const openIt = () => {
    if (item.kind === 'entry') open('outbox', item.entry.id)
    else openRecord({ accountId: item.record.accountId, screen: item.record.screen, id })
  }
  return (
    <button
      type="button"
      className="customer-row"
      data-testid="customer-row"
      data-kind={kind}
      data-id={id}
      onClick={openIt}
    >
      <span className="customer-kind">
        <Icon className="icon" aria-hidden />
        <span>{t(`customer.kind.${kind}`)}</span>
      </span>
      <span className="ellipsis strong">{title(item)}</span>
      <span className="customer-number">{numberOf(item) ?? t('order.noNumber')}</span>
      <span className="muted nowrap">
        {item.kind === 'record'
          ? format.nearText(item.record.row.dateText, now)
          : item.at === null
            ? null
            : format.near(item.at, now)}
      </span>
      <span className="customer-status">
        {item.kind === 'entry' ? <EntryChipOf entry={item.entry} /> : <StatusOf record={item.record} />}
      </span>
      <span className="row-amount customer-amount">{money(item) ?? '—'}</span>
    </button>
  )
}
