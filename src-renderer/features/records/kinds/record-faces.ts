import type { TFunction } from 'i18next'
import { Archive, Hourglass, Inbox, type LucideIcon, ShoppingBag } from 'lucide-react'
import { joinedTexts } from '../../../model/direction.ts'
import type { RecordKind, RecordRows } from '../../../model/record-kinds.ts'
import { isWaiting, type OrderSummary, type SummaryBase } from '../../../model/summaries.ts'
import { requestName } from '../../common/words/record-words.ts'
import {
  cancellationTypeWords,
  orderStatusWords,
  requestStatusWords,
  type StatusWords,
} from '../../common/words/status-words.ts'
import { ALL, type Preset, preset } from '../filters/filters.ts'

/** How the records of one kind look outside their own screen. */
interface RecordFace<R> {
  readonly icon: LucideIcon
  /** The first line of a result in the find box. */
  readonly title: (row: R, t: TFunction) => string
  /** The second line. */
  readonly about: (row: R, t: TFunction) => string
  readonly status: (row: R, t: TFunction) => StatusWords
  /** What it is about, among the records of one customer. */
  readonly content: (row: R, t: TFunction) => string
  /** Its number among the records of one customer; null when it has none. */
  readonly reference: (row: R) => string | null
  /** Customer or product, on its tab; null when it has neither. */
  readonly tab: (row: R) => string | null
  /** How many rows the navigation counts. */
  readonly count: (rows: readonly R[]) => number
  /** The views that come with the app, the whole list first. */
  readonly presets: readonly Preset[]
}

const joined = (...parts: readonly (string | null)[]): string => joinedTexts(parts, ' · ')

/** An e-mail is too long for a tab. */
const nameIn = (person: string | null): string | null => (person?.includes('@') ? null : person)

const more = (row: OrderSummary, t: TFunction): string | null =>
  row.itemCount > 1 ? t('order.more', { count: row.itemCount - 1 }) : null

/** What all kinds of orders have in common. */
const order = {
  title: (row: SummaryBase, t: TFunction) => row.number ?? t('order.noNumber'),
  status: (row: SummaryBase, t: TFunction) => orderStatusWords(row.status, t),
  content: (row: { readonly itemCount: number }, t: TFunction) => t('order.linesCount', { count: row.itemCount }),
  reference: (row: SummaryBase) => row.number,
  tab: (row: SummaryBase) => row.person,
  count: (rows: readonly SummaryBase[]) => rows.length,
}

export const recordFaces: { readonly [K in RecordKind]: RecordFace<RecordRows[K]> } = {
  orders: {
    ...order,
    icon: ShoppingBag,
    about: (row, t) => joined(row.person, row.firstItem, more(row, t)),
    content: (row, t) => {
      const first = row.firstItem ?? t(row.itemCount > 0 ? 'order.namelessItem' : 'order.noItems')
      return joinedTexts([first, more(row, t)], ' ')
    },
    tab: row => nameIn(row.person) ?? row.firstItem,
    presets: [
      preset(ALL, {}),
      preset('mine', { facets: { entry: 'needs-you' } }),
      preset('refundable', { facets: { possible: 'refund' } }),
      preset('cancellable', { facets: { possible: 'cancel' } }),
      preset('today', { range: 'today' }),
      preset('unsent', { facets: { entry: 'unsent' } }),
    ],
  },
  requests: {
    icon: Inbox,
    title: (row, t) => requestName({ id: row.id, type: row.cancellationType }, t),
    about: row => joined(row.easyReturnCode, row.productName, row.orderNumber, row.person),
    status: (row, t) => requestStatusWords(row.status, t),
    content: (row, t) => joined(cancellationTypeWords(row.cancellationType, t), row.productName),
    reference: row => `#${row.number ?? row.id}`,
    tab: row => row.productName ?? row.person,
    count: rows => rows.length,
    presets: [
      preset(ALL, {}),
      preset('undecided', { sort: 'oldest', facets: { decision: 'waiting' } }),
      preset('approved', { range: 'week', facets: { decision: 'approved' } }),
      preset('rejected', { range: 'week', facets: { decision: 'rejected' } }),
    ],
  },
  pending: {
    ...order,
    icon: Hourglass,
    about: row => joined(row.person, row.channel),
    count: rows => rows.filter(isWaiting).length,
    presets: [
      preset(ALL, {}),
      preset('longest', { sort: 'oldest' }),
      preset('late', { sort: 'oldest', facets: { waiting: '3' } }),
      preset('today', { range: 'today' }),
      preset('dearest', { sort: 'amount-high' }),
    ],
  },
  'old-orders': {
    ...order,
    icon: Archive,
    about: row => row.person ?? '',
    presets: [preset(ALL, {}), preset('dearest', { sort: 'amount-high' })],
  },
}

/** The face of one record. */
export const faceOf = ({ screen, row }: { readonly screen: RecordKind; readonly row: SummaryBase }) => {
  // The row is of the kind that the screen names; the compiler can't follow that from one to the other.
  const face = recordFaces[screen] as RecordFace<SummaryBase>
  return {
    icon: face.icon,
    title: (t: TFunction) => face.title(row, t),
    about: (t: TFunction) => face.about(row, t),
    status: (t: TFunction) => face.status(row, t),
    content: (t: TFunction) => face.content(row, t),
    reference: face.reference(row),
    tab: face.tab(row),
  }
}
