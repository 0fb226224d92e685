import { join } from 'node:path'
import { logEvent } from '../base/log.ts'
import type { Vault } from '../vault/vault.ts'
import { Book } from './book.ts'
import { Ledger } from './ledger.ts'
import { nodeDisk } from './node-disk.ts'

interface BookOpener {
  readonly open: () => Promise<Book>
  /** Null while nobody has opened it. */
  readonly opened: () => Book | null
}

/**
 * The book of this machine, opened once the key is there. A disk that refuses is asked again at the next call,
 * so that freeing space is enough to go on. `open` rejects while it refuses.
 */
export function bookOpener(vault: Vault, folder: string): BookOpener {
  let opening: Promise<Book> | null = null
  let opened: Book | null = null
  return {
    opened: () => opened,
    open: () => {
      opening ??= open(vault, folder)
        .then(book => {
          opened = book
          return book
        })
        .catch(error => {
          opening = null
          throw error
        })
      return opening
    },
  }
}

async function open(vault: Vault, folder: string): Promise<Book> {
  const key = await vault.opened()
  const ledger = await Ledger.open(nodeDisk, join(folder, 'ledger', 'outbox.ledger'))
  // Said once: compaction keeps a copy of the damaged file and a line that says so.
  if (ledger.damagedLines > 0) logEvent('warn', 'ledger-damaged-lines', String(ledger.damagedLines))
  const book = new Book(ledger, key)
  await book.compact(Date.now())
  return book
}
