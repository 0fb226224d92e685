import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AccountStore, ownerOf } from '../../../src-main/accounts/account-store.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'

const address = 'https://shop.example'
const customer = { kind: 'customer', signedIn: true, apiPrefix: null, sealedToken: null } as const

/** What pasting a session comes to at a shop that names nobody: the account's id, or the code of the refusal. */
async function setup() {
  const store = await AccountStore.open(join(await temporaryFolder(), 'accounts.json'))
  const paste = async (name: string, at = address) => {
    const shop = store.shopFor('customer', at, false)
    const owner = ownerOf(name, shop.id, store.list().accounts)
    return owner.ok ? store.put(shop, { ...customer, ...owner.value }) : owner.failure.code
  }
  return { store, paste, labels: () => store.list().accounts.map(account => account.label) }
}

describe('a pasted session of a shop that names nobody', () => {
  it('is an account of its own under each name, and the same one under the same name', async () => {
    const { paste, labels } = await setup()
    const ayse = await paste('Ayşe Şen')
    const oya = await paste('Oya')
    expect(oya).not.toBe(ayse)
    expect(await paste('  ayşe   ŞEN ')).toBe(ayse)
    expect(labels()).toEqual(['Ayşe Şen', 'Oya'])
  })

  it('does not tell Işıl, IŞIL, ışıl and İşıl apart', async () => {
    const { paste } = await setup()
    const ids = [await paste('Işıl'), await paste('IŞIL'), await paste('ışıl'), await paste('İşıl')]
    expect(new Set(ids).size).toBe(1)
  })

  it('needs no name while it is the only one', async () => {
    const { paste, labels } = await setup()
    expect(await paste('')).toMatch(/^[0-9a-f]{16}$/)
    expect(labels()).toEqual(['session'])
  })

  it('is never taken for an account that may be another person’s', async () => {
    const { paste } = await setup()
    const first = await paste('')
    expect(await paste('  ')).toBe('name-needed')
    expect(await paste('session')).toBe(first)
    const named = await setup()
    await named.paste('Ayşe')
    expect(await named.paste('')).toBe('name-needed')
  })

  it('minds only the accounts of its own shop that nobody but a person named', async () => {
    const { store, paste } = await setup()
    await store.put(store.shopFor('customer', address, false), { ...customer, userId: '6471', label: 'Ayşe' })
    await paste('', 'https://other.example')
    const own = await paste('')
    expect(store.account(own ?? '')).toMatchObject({ userId: 'session' })
    expect(store.account((await paste('Ayşe')) ?? '')).toMatchObject({ userId: 'session:ayşe' })
  })
})
