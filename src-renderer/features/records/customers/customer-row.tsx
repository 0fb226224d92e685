import type { TFunction } from 'i18next'
import { Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RecordRow } from '../../../search/people.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useOpenRecord } from '../../common/navigation/use-open-record.ts'
import { EntryChipOf } from '../../common/parts/entry-chip.tsx'
import { useFigureWords } from '../../common/services/figures.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { faceOf } from '../kinds/record-faces.ts'
import { kindOfItem, type PersonItem } from './person.ts'

const titleOf = (item: PersonItem, t: TFunction): string =>
  item.kind === 'entry' ? (item.entry.about.productName ?? t('order.namelessItem')) : faceOf(item.record).content(t)

const numberOf = (item: PersonItem): string | null =>
  item.kind === 'entry' ? (item.entry.about.orderNumber ?? item.entry.about.orderId) : faceOf(item.record).reference

const StatusOf = ({ record }: { record: RecordRow }) => {
  const { t } = useTranslation()
  const status = faceOf(record).status(t)
  return (
    <Chip tone={status.tone} title={status.shopLabel}>
      {status.text}
    </Chip>
  )
}

const useMoneyWords = () => {
  const format = useFormat()
  const words = useFigureWords()
  return (item: PersonItem): string | null => {
    const { amount, currency } = item.kind === 'entry' ? item.entry.about : item.record.row
    return item.figure === undefined ? format.money(amount, currency) : words(item.figure, currency)
  }
}

/** One order, request or entry of a customer, as a button that opens it. */
export const CustomerRow = ({ item }: { item: PersonItem }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const money = useMoneyWords()
  const openRecord = useOpenRecord()
  const { open } = useNavigation()
  const kind = kindOfItem(item)
  const Icon = item.kind === 'entry' ? Send : faceOf(item.record).icon
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
      <span className="ellipsis strong">{titleOf(item, t)}</span>
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
