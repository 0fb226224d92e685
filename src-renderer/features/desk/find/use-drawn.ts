import { CornerDownRight, type LucideIcon, Send, Settings, User, Zap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { joinedTexts } from '../../../model/direction.ts'
import type { StatusWords } from '../../common/words/status-words.ts'
import { faceOf } from '../../records/kinds/record-faces.ts'
import { entryHaystack } from './find-all.ts'
import { type Found, type FoundRecord, isRecord, refOf } from './found.ts'

/** What is drawn for a result of any kind. */
interface Drawn {
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

const icons: Readonly<Record<Exclude<Found, FoundRecord>['kind'], LucideIcon>> = {
  entry: Send,
  customer: User,
  command: CornerDownRight,
  action: Zap,
  setting: Settings,
}

const joined = (...parts: readonly (string | null)[]): string => joinedTexts(parts, ' · ')

export const useDrawn = (found: Found): Drawn => {
  const { t } = useTranslation()
  if (isRecord(found)) {
    const { row, account } = found
    const { icon, title, about, status } = faceOf({ screen: refOf(found).screen, row })
    return {
      icon,
      title: title(t),
      about: about(t),
      status: status(t),
      when: row.dateText,
      haystack: row.haystack,
      account,
    }
  }
  const icon = icons[found.kind]
  switch (found.kind) {
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
