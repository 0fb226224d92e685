import { CornerDownRight, type LucideIcon, Send, Settings, User, Zap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { recordIcons } from '../../common/parts/record-icons.ts'
import { requestName } from '../../common/words/record-words.ts'
import { orderStatusWords, requestStatusWords, type StatusWords } from '../../common/words/status-words.ts'
import { entryHaystack } from './find-all.ts'
import type { Found, FoundKind } from './found.ts'

/** What is drawn for a result of any kind. */
export interface Drawn {
  readonly icon: LucideIcon
  readonly title: string
  readonly about: string
  readonly status: StatusWords | null
  /** ms since 1970, or what the shop sent. */
  readonly when: number | string | null
  readonly account: Account | null
  /** What it is searched by; null where the title says it all. */
  readonly haystack: string | null
}

const icons: Readonly<Record<FoundKind, LucideIcon>> = {
  order: recordIcons.orders,
  'old-order': recordIcons['old-orders'],
  pending: recordIcons.pending,
  request: recordIcons.requests,
  entry: Send,
  customer: User,
  command: CornerDownRight,
  action: Zap,
  setting: Settings,
}

const joined = (...parts: readonly (string | null)[]): string => joinedTexts(parts, ' · ')

export const useDrawn = (found: Found): Drawn => {
  const { t } = useTranslation()
  const icon = icons[found.kind]
  switch (found.kind) {
    case 'order': {
      const { row, account } = found
      const items = row.itemCount > 1 ? t('order.more', { count: row.itemCount - 1 }) : null
      const about = joined(row.person, row.firstItem, items)
      return {
        icon,
        title: row.number ?? t('order.noNumber'),
        about,
        status: orderStatusWords(row.status, t),
        ...of(row, account),
      }
    }
    case 'old-order':
    case 'pending': {
      const { row, account } = found
      const about = joined(row.person, 'channel' in row ? row.channel : null)
      return {
        icon,
        title: row.number ?? t('order.noNumber'),
        about,
        status: orderStatusWords(row.status, t),
        ...of(row, account),
      }
    }
    case 'request': {
      const { row, account } = found
      const title = requestName({ id: row.id, type: row.cancellationType }, t)
      const about = joined(row.easyReturnCode, row.productName, row.orderNumber, row.person)
      return { icon, title, about, status: requestStatusWords(row.status, t), ...of(row, account) }
    }
    case 'entry': {
      const { about, createdAt } = found.entry
      const title = about.productName ?? t('order.namelessItem')
      const haystack = entryHaystack(found.entry)
      return {
        icon,
        title,
        about: joined(about.orderNumber, about.customerName),
        status: null,
        when: createdAt,
        account: found.account,
        haystack,
      }
    }
    case 'customer': {
      const { person, account } = found
      const phone = person.phone === null ? null : `0${person.phone}`
      const mail = person.email === person.name ? null : person.email
      return { icon, title: person.name, about: joined(mail, phone), status: null, when: null, account, haystack: null }
    }
    case 'command':
    case 'action':
    case 'setting': {
      const { label, about } = found.named
      return { icon, title: label, about: about ?? '', status: null, when: null, account: null, haystack: null }
    }
  }
}

const of = (row: { readonly dateText: string | null; readonly haystack: string }, account: Account) => ({
  when: row.dateText,
  haystack: row.haystack,
  account,
})
