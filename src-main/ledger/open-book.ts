import { join } from 'node:path'
import type { Vault } from '../accounts/vault.ts'
import { logEvent } from '../desktop/log.ts'
import { Book } from './book.ts'
import { Ledger } from './ledger.ts'

/**
 * The book of this machine, opened once the key is there. A disk that refuses is asked again at the next call,
 * so that freeing space is enough to go on. Throws while it refuses.
 */
export function bookOpener(vault: Vault, folder: string): () => Promise<Book> {
  let opening: Promise<Book> | null = null
  return () => {
    opening ??= open(vault, folder).catch(error => {
      opening = null
      throw error
    })
    return opening
  }
}

async function open(vault: Vault, folder: string): Promise<Book> {
  const key = await vault.opened()
  const ledger = await Ledger.open(join(folder, 'ledger', 'outbox.ledger'))
  if (ledger.damagedLines > 0) logEvent('warn', 'ledger-damaged-lines', String(ledger.damagedLines))
  return new Book(ledger, key)
}
