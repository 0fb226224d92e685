import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AccountStore } from '../../../src-main/accounts/account-store.ts'
import { refusing } from '../../fakes/refusing-calls.ts'
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

describe('the quantity key of a shop', () => {
  const shopOf = (store: AccountStore) => store.list().accounts.map(({ shop }) => shop.quantityKey)

  it('is kept over a restart and a new sign-in, holds for all accounts of the shop and for no other shop', async () => {
    const folder = await temporaryFolder()
    const store = await storeIn(folder)
    const told: (string | undefined)[][] = []
    const shop = store.shopFor('customer', 'https://shop.example', false)
    const id = await store.put(shop, ayse)
    await store.put(store.shopFor('staff', 'https://shop.example', false), { ...ayse, kind: 'staff', userId: 'destek' })
    await store.put(store.shopFor('customer', 'https://other.example', false), ayse)
    expect(shopOf(store)).toEqual([undefined, undefined, undefined])
    store.onChange(list => told.push(list.accounts.map(account => account.shop.quantityKey)))
    await store.setQuantityKey(id, 'adet')
    expect(told).toEqual([['adet', 'adet', undefined]])
    // A sign-in that began before the key was chosen does not take it back.
    await store.put(shop, ayse)
    expect(shopOf(await storeIn(folder))).toEqual(['adet', 'adet', undefined])
    await store.setQuantityKey(id, '')
    await store.put({ ...shop, quantityKey: 'adet' }, ayse)
    expect(shopOf(await storeIn(folder))).toEqual([undefined, undefined, undefined])
  })

  it('is not changed when the disk refuses it', async () => {
    const folder = await temporaryFolder()
    const store = await storeIn(folder)
    const id = await store.put(store.shopFor('customer', 'https://shop.example', false), ayse)
    const { calls } = refusing('open', 'ENOSPC', 9)
    const full = await AccountStore.open(join(folder, 'accounts.json'), calls)
    await expect(full.setQuantityKey(id, 'adet')).rejects.toThrow()
    expect(shopOf(full)).toEqual([undefined])
  })

  it('that is not valid in the file costs nobody a sign-in', async () => {
    const folder = await temporaryFolder()
    const store = await storeIn(folder)
    const id = await store.put(store.shopFor('customer', 'https://shop.example', false), ayse)
    await store.setQuantityKey(id, 'adet')
    const path = join(folder, 'accounts.json')
    await writeFile(path, (await readFile(path, 'utf8')).replace('"adet"', '"two words"'))
    const again = await storeIn(folder)
    expect(again.setAside).toBeNull()
    expect(shopOf(again)).toEqual([undefined])
  })
})

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

  it.each(['{"version":1,"shops":', '', '\0\0\0', '{"version":2,"shops":[],"accounts":[],"activeId":null}', 'null'])(
    'are set aside, not lost, when the file cannot be read, and it says where: %j',
    async text => {
      const folder = await temporaryFolder()
      await writeFile(join(folder, 'accounts.json'), text)
      const store = await storeIn(folder)
      expect(store.list()).toEqual({ accounts: [], activeId: null })
      expect(store.setAside).toBe(join(folder, 'accounts.json.broken'))
      expect(await readFile(join(folder, 'accounts.json.broken'), 'utf8')).toBe(text)
    },
  )

  it('are set aside one beside the other, and a folder in their place, too', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'accounts.json'))
    expect((await storeIn(folder)).setAside).toBe(join(folder, 'accounts.json.broken'))
    await writeFile(join(folder, 'accounts.json'), '{')
    expect((await storeIn(folder)).setAside).toBe(join(folder, 'accounts.json.broken-2'))
    expect((await storeIn(folder)).setAside).toBeNull()
  })

  it('are read when an editor has put its mark in front', async () => {
    const folder = await temporaryFolder()
    const store = await storeIn(folder)
    await store.put(store.shopFor('customer', 'https://shop.example', false), ayse)
    const path = join(folder, 'accounts.json')
    await writeFile(path, `\ufeff${await readFile(path, 'utf8')}`)
    expect((await storeIn(folder)).list().accounts).toHaveLength(1)
  })
})

describe('a sign-in on a disk that refuses', () => {
  const shopOf = (store: AccountStore) => store.shopFor('customer', 'https://shop.example', false)

  it('is kept when the refusal lasts a moment', async () => {
    const folder = await temporaryFolder()
    const { calls, tries } = refusing('rename', 'EPERM', 3)
    const store = await AccountStore.open(join(folder, 'accounts.json'), calls)
    const id = await store.put(shopOf(store), ayse)
    expect(tries()).toBe(4)
    expect((await storeIn(folder)).list()).toMatchObject({ activeId: id, accounts: [{ id, signedIn: true }] })
  })

  it('is none when the refusal lasts: nobody is told of an account that would be gone at the next start', async () => {
    const folder = await temporaryFolder()
    const store = await AccountStore.open(join(folder, 'accounts.json'), refusing('rename', 'EBUSY', 99).calls)
    const told: number[] = []
    store.onChange(({ accounts }) => told.push(accounts.length))
    await expect(store.put(shopOf(store), ayse)).rejects.toMatchObject({ code: 'EBUSY' })
    expect(store.list()).toEqual({ accounts: [], activeId: null })
    expect(told).toEqual([])
    expect(await readdir(folder)).toEqual([])
  })

  it('goes through at the next try, with what changed in between', async () => {
    const folder = await temporaryFolder()
    const first = await storeIn(folder)
    const kept = await first.put(shopOf(first), ayse)
    const { calls } = refusing('rename', 'EIO', 2)
    const store = await AccountStore.open(join(folder, 'accounts.json'), calls)
    // Signed out by the shop while the disk refuses: true for this run, and written with the next change.
    await expect(store.setSignedIn(kept, false)).rejects.toMatchObject({ code: 'EIO' })
    expect(store.account(kept)).toMatchObject({ signedIn: false })
    const other = { ...ayse, userId: '7' }
    await expect(store.put(shopOf(store), other)).rejects.toMatchObject({ code: 'EIO' })
    await store.put(shopOf(store), other)
    expect((await storeIn(folder)).list().accounts.map(({ signedIn }) => signedIn)).toEqual([false, true])
  })

  it('does not take back what an answer said while it was written', async () => {
    const folder = await temporaryFolder()
    const store = await storeIn(folder)
    const kept = await store.put(shopOf(store), ayse)
    await Promise.all([store.put(shopOf(store), { ...ayse, userId: '7' }), store.setSignedIn(kept, false)])
    expect(store.account(kept)).toMatchObject({ signedIn: false })
    expect((await storeIn(folder)).list().accounts.map(({ signedIn }) => signedIn)).toEqual([false, true])
  })
})
