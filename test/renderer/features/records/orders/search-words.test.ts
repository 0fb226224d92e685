import { describe, expect, it } from 'vitest'
import { looksLikeNumber } from '../../../../../src-renderer/features/records/orders/search-at-shop.tsx'
import { isOfShop, readTradeInLink } from '../../../../../src-renderer/features/records/orders/trade-in-link.tsx'
import { makeAccount } from '../../../fakes/rows.ts'

describe('looksLikeNumber', () => {
  it('takes one word with a digit and at least five characters', () => {
    for (const text of ['12345', ' 4021337758120094 ', '#ddc303dd569a1599', 'A-2026/0001'])
      expect(looksLikeNumber(text), text).toBe(true)
  })

  it('takes no name, phone with blanks, mail or address', () => {
    for (const text of ['', '1234', 'gömlek', '0532 000 00 00', 'elif1@example.com', 'https://a.example/12345'])
      expect(looksLikeNumber(text), text).toBe(false)
  })
})

describe('readTradeInLink', () => {
  it('reads the line, the decision and the host', () => {
    expect(readTradeInLink(' https://shop.test/users/order_item/1807586/tradein_approved/?utm=mail#x\n')).toEqual({
      item: '1807586',
      decision: 'approved',
      host: 'shop.test',
    })
    expect(readTradeInLink('<http://127.0.0.1:81/users/order_item/7/tradein_rejected>')).toMatchObject({
      item: '7',
      decision: 'rejected',
      host: '127.0.0.1:81',
    })
  })

  it('takes nothing else for one', () => {
    for (const text of [
      '1807586',
      '/users/order_item/7/tradein_approved/',
      'javascript://shop.test/users/order_item/7/tradein_approved/',
      'https://shop.test/users/order_item/7/',
      'https://shop.test/users/order_item//tradein_approved/',
      'https://shop.test/x?to=/users/order_item/7/tradein_approved/',
    ])
      expect(readTradeInLink(text), text).toBeNull()
  })

  it('belongs to the shop of the same host only', () => {
    const account = makeAccount()
    const of = (host: string) => ({ item: '7', decision: 'approved', host }) as const
    expect(isOfShop(of('shop.test'), account)).toBe(true)
    expect(isOfShop(of('shop.test.example'), account)).toBe(false)
    expect(isOfShop(of('shop.test:8443'), account)).toBe(false)
    expect(isOfShop(of('shop.test'), makeAccount({ shop: { ...account.shop, commerceUrl: null } }))).toBe(false)
  })
})
