import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import { type RecordKind, recordKindNames, recordKinds } from '../../../model/record-kinds.ts'
import type { SummaryBase } from '../../../model/summaries.ts'
import { haystackOf } from '../../../search/corpus.ts'
import { type Needle, needleOf } from '../../../search/hits.ts'
import { rowsById } from '../../../search/people.ts'
import { rankPeople, rankRows, tierOf, tierOrder } from '../../../search/rank.ts'
import { compareNewest } from '../../../search/sort-rows.ts'
import type { RowsOfAccount } from '../../common/services/watch-rows.ts'
import { type FoundGroup, type FoundNamed, type FoundRecord, isRecord, type Named, refOf } from './found.ts'
import type { Recents } from './recents.ts'
import type { Scan } from './scan-text.ts'

export interface Corpus {
  readonly sources: readonly RowsOfAccount[]
  readonly accounts: readonly Account[]
  readonly entries: readonly Entry[]
  readonly named: readonly Named[]
  readonly recents: Recents
}

/** Results shown in each group. */
const SHOWN = 5
/** People are gathered from this many of each list's best rows. */
const GATHERED = 60
/** Shorter texts match nearly every record. */
const RECORD_CHARS = 2

/** Groups with something in them, the one with the best result first; the results of each, the best first. */
export function findAll(corpus: Corpus, text: string): readonly FoundGroup[] {
  const needle = needleOf(text)
  if (needle.whole === '') return []
  const asNamed = namedGroups(corpus.named, needle)
  if (needle.whole.length < RECORD_CHARS) return ordered(asNamed)
  const { sources } = corpus
  const seen: FindContext = { sources, recents: corpus.recents, needle }
  const records = recordKindNames.map(kind => gather(kind, seen))
  const people = peopleGroup(
    records.flatMap(({ best }) => best),
    needle,
  )
  const groups = [...records.map(({ group }) => group), entryGroup(corpus, needle), people, ...asNamed]
  return ordered(groups)
}

const ordered = (groups: readonly FoundGroup[]): readonly FoundGroup[] => {
  const best = ({ found }: FoundGroup) => (found[0] ? tierOrder(found[0].tier) : Number.POSITIVE_INFINITY)
  return groups.filter(({ found }) => found.length > 0).sort((a, b) => best(a) - best(b))
}

interface FindContext {
  readonly sources: readonly RowsOfAccount[]
  readonly recents: Recents
  readonly needle: Needle
}
interface GatheredGroup {
  readonly group: FoundGroup
  readonly best: readonly FoundRecord[]
}

/** The best records of one kind over all accounts. */
function gather(screen: RecordKind, { sources, recents, needle }: FindContext): GatheredGroup {
  const kind = recordKinds[screen].one
  const hits = sources.map(source => {
    const { account } = source
    const seen = recents.filter(ref => ref.accountId === account.id && ref.screen === screen)
    const options = { limit: GATHERED, recentIds: new Set(seen.map(({ id }) => id)) }
    const ranked = rankRows<SummaryBase>(source[screen], needle, { ...options, codeOf: returnCodeOf })
    // A list of a kind holds rows of that kind.
    const best = ranked.top.map(({ row, tier, recent }) => ({
      recent,
      found: { kind, row, account, tier } as FoundRecord,
    }))
    return { account, total: ranked.total, best }
  })
  const best = hits
    .flatMap(hit => hit.best)
    .sort(
      (a, b) =>
        tierOrder(a.found.tier) - tierOrder(b.found.tier) ||
        Number(b.recent) - Number(a.recent) ||
        compareNewest(a.found.row, b.found.row),
    )
    .map(({ found }) => found)
  const total = hits.reduce((sum, hit) => sum + hit.total, 0)
  const found = best.slice(0, SHOWN)
  const lists = hits.filter(hit => hit.total > 0).map(hit => ({ account: hit.account, screen, count: hit.total }))
  return { group: { name: kind, found, total, more: total > found.length ? lists : [] }, best }
}

const returnCodeOf = (row: SummaryBase & { readonly easyReturnCode?: string | null }): string | null =>
  row.easyReturnCode ?? null

function peopleGroup(records: readonly FoundRecord[], needle: Needle): FoundGroup {
  // The person of a request is known only from its order.
  const people = rankPeople(
    records.filter(record => recordKinds[refOf(record).screen].namesPerson),
    needle,
    ({ row }) => row,
    ({ account }) => account.shop.id,
  )
  const found = people.slice(0, SHOWN).flatMap(person => {
    const account = person.rows[0]?.account
    return account ? [{ kind: 'customer' as const, account, person, tier: person.tier }] : []
  })
  return { name: 'customer', found, total: people.length, more: [] }
}

/** What an entry can be found by; an IBAN is in no index. */
export const entryHaystack = ({ about, command, result, orderItem, id }: Entry): string =>
  haystackOf(result?.requestId ?? id, [
    result?.easyReturnCode,
    about.orderNumber,
    about.customerName,
    about.productName,
    about.reasonText,
    command.payload.description,
    orderItem,
    id,
  ])

function entryGroup({ entries, accounts }: Corpus, needle: Needle): FoundGroup {
  const hits = entries.flatMap(entry => {
    const haystack = entryHaystack(entry)
    if (!needle.words.every(word => haystack.includes(word))) return []
    const account = accounts.find(({ id }) => id === entry.accountId) ?? null
    return [{ kind: 'entry' as const, entry, account, tier: tierOf(haystack, needle) }]
  })
  hits.sort((a, b) => tierOrder(a.tier) - tierOrder(b.tier) || b.entry.createdAt - a.entry.createdAt)
  return { name: 'entry', found: hits.slice(0, SHOWN), total: hits.length, more: [] }
}

function namedGroups(all: readonly Named[], needle: Needle): readonly FoundGroup[] {
  return (['command', 'action', 'setting'] as const).map(kind => {
    const hits: FoundNamed[] = all
      .filter(named => named.kind === kind && needle.words.every(word => named.haystack.includes(word)))
      .map(named => ({ kind, named, tier: tierOf(named.haystack, needle) }))
    hits.sort((a, b) => tierOrder(a.tier) - tierOrder(b.tier))
    return { name: kind, found: hits.slice(0, SHOWN), total: hits.length, more: [] }
  })
}

/** An order that staff see as pending, too, is one order of one shop: its own record can do more. */
const withoutOtherSides = (records: readonly FoundRecord[]): readonly FoundRecord[] => {
  const numberOf = ({ account, row }: FoundRecord) => `${account.shop.id} ${row.number}`
  const orders = new Set(records.filter(({ kind }) => kind === 'order').map(numberOf))
  return records.filter(record => record.kind !== 'pending' || !orders.has(numberOf(record)))
}

/**
 * The one record that a scanned code means: the only one whose own number or code it is, else the only one with it in
 * a field. Null when there is none, or several to choose from.
 */
export function onlyRecord(groups: readonly FoundGroup[]): FoundRecord | null {
  const records = withoutOtherSides(groups.flatMap(({ found }) => found.filter(isRecord)))
  const own = records.filter(({ tier }) => tier === 'own')
  const exact = own.length > 0 ? own : records.filter(({ tier }) => tier === 'field')
  return exact.length === 1 ? (exact[0] ?? null) : null
}

/** The records opened lately that are still here, the latest first. */
export function recentRecords({ sources, recents }: Corpus): readonly FoundRecord[] {
  return recents.flatMap(({ accountId, screen, id }) => {
    const source = sources.find(({ account }) => account.id === accountId)
    const row = source && rowsById<SummaryBase>(source[screen]).get(id)
    if (!source || !row) return []
    return [{ kind: recordKinds[screen].one, row, account: source.account, tier: 'own' } as FoundRecord]
  })
}

/** Which reading of a scanned code is known here, and the one record that it means, if there is one. */
export const readScanned = (corpus: Corpus, { text, other }: Scan): { text: string; only: FoundRecord | null } => {
  for (const reading of other === null ? [text] : [text, other]) {
    const groups = findAll(corpus, reading)
    const only = onlyRecord(groups)
    if (only || groups.some(({ found }) => found.some(isRecord))) return { text: reading, only }
  }
  return { text, only: null }
}
