import { type AccountRows, keyOfRecord, nameAmong, type PersonKey, recordsOf } from '../../../search/people.ts'
import type { Place } from '../../common/navigation/history.ts'
import { recordScreens } from '../../common/navigation/use-open-record.ts'

/** Whom the record at a place is about; null on a list, on other screens, and when the record names nobody. */
export const personAt = (accounts: readonly AccountRows[], { accountId, screen, id }: Place): PersonKey | null => {
  const rows = accounts.find(each => each.accountId === accountId)
  const recordScreen = recordScreens.find(each => each === screen)
  return rows === undefined || recordScreen === undefined || id === null ? null : keyOfRecord(rows, recordScreen, id)
}

/** What to call a person: a name, else the e-mail, the phone or the folded name of the key. */
export const personName = (accounts: readonly AccountRows[], key: PersonKey): string =>
  nameAmong(recordsOf(accounts, key)) ?? key.slice(key.indexOf(' ') + 1)
