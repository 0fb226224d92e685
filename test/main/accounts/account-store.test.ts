import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AccountStore } from '../../../src-main/accounts/account-store.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'

const ayse = {
  kind: 'customer',
  userId: '6471',
  label: 'Ayşe',
  signedIn: true,
  apiPrefix: null,
  sealedToken: null,
} as const

async function storeIn(folder: string): Promise<AccountStore> {
  return AccountStore.open(join(folder, 'accounts.json'))
}

describe('accounts on this machine', () => {
  it('are the same after a new sign-in of the same user, and survive a restart', async () => {
    const folder = await temporaryFolder()
    const store = await storeIn(folder)
    const shop = store.shopFor('customer', 'https://shop.example', false)
    const id = await store.put(shop, ayse)
    await store.setSignedIn(id, false)
    expect(await store.put(store.shopFor('customer', 'https://shop.example', false), ayse)).toBe(id)
    const list = (await storeIn(folder)).list()
    expect(list.accounts).toHaveLength(1)
    expect(list).toMatchObject({ activeId: id, accounts: [{ signedIn: true, shop: { name: 'shop.example' } }] })
  })

  it('of both kinds at one address share the shop', async () => {
    const store = await storeIn(await temporaryFolder())
    await store.put(store.shopFor('customer', 'https://shop.example', false), ayse)
    await store.put(store.shopFor('staff', 'https://shop.example', false), { ...ayse, kind: 'staff', userId: 'destek' })
    const [customer, staff] = store.list().accounts
    expect(staff?.shop).toEqual(customer?.shop)
    expect(staff?.shop).toMatchObject({ commerceUrl: 'https://shop.example', omnitronUrl: 'https://shop.example' })
  })

  it('forget the token when signed out, and stay listed', async () => {
    const folder = await temporaryFolder()
    const store = await storeIn(folder)
    const id = await store.put(store.shopFor('staff', 'https://o.example', false), {
      ...ayse,
      kind: 'staff',
      sealedToken: 'c2VhbGVk',
    })
    await store.setSignedIn(id, false)
    expect(store.kept(id)?.sealedToken).toBe('c2VhbGVk')
    await store.forgetToken(id)
    expect(store.list().accounts).toMatchObject([{ id, signedIn: false }])
    expect(await readFile(join(folder, 'accounts.json'), 'utf8')).not.toContain('c2VhbGVk')
  })

  it('stay signed out when the person left, whatever an answer still says, until somebody signs in', async () => {
    const folder = await temporaryFolder()
    const store = await storeIn(folder)
    const shop = store.shopFor('customer', 'https://shop.example', false)
    const id = await store.put(shop, ayse)
    await store.forgetToken(id)
    await store.setSignedIn(id, true)
    expect((await storeIn(folder)).kept(id)).toMatchObject({ signedIn: false, hasLeft: true })
    await store.put(shop, ayse)
    expect(store.kept(id)).toMatchObject({ signedIn: true, hasLeft: false })
  })

  it('of an earlier version are still read', async () => {
    const path = join(await temporaryFolder(), 'accounts.json')
    const shop = { id: 's', name: 's', colour: 0, commerceUrl: 'https://s.example', omnitronUrl: null, isDemo: false }
    const account = { ...ayse, id: 'a', shopId: 's' }
    await writeFile(path, JSON.stringify({ version: 1, shops: [shop], accounts: [account], activeId: 'a' }))
    expect((await AccountStore.open(path)).list().accounts).toMatchObject([{ id: 'a', signedIn: true }])
  })

  it('have no name of a person in their id', async () => {
    const store = await storeIn(await temporaryFolder())
    const id = await store.put(store.shopFor('customer', 'https://shop.example', false), {
      ...ayse,
      userId: 'ayse@shop.example',
    })
    expect(id).toMatch(/^[0-9a-f]{16}$/)
  })

  it('are set aside, not lost, when the file cannot be read', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'accounts.json'), '{"version":1,"shops":')
    expect((await storeIn(folder)).list()).toEqual({ accounts: [], activeId: null })
    expect(await readFile(join(folder, 'accounts.json.broken'), 'utf8')).toBe('{"version":1,"shops":')
  })
})
