import { expect, it } from 'vitest'
import { productLink } from '../../../../../src-renderer/features/records/orders/line-extras.tsx'

const shop = 'https://www.shop.test'

it.each([
  ['/room-spray/', 'https://www.shop.test/room-spray/'],
  ['room-spray', 'https://www.shop.test/room-spray'],
  ['https://www.shop.test/room-spray/', 'https://www.shop.test/room-spray/'],
])('leads to the page at the shop: %s', (path, page) => {
  expect(productLink(path, shop)).toBe(page)
  expect(productLink(path, `${shop}/tr/api`)).toBe(page)
})

it.each([
  '#',
  '',
  ' ',
  '/',
  '//other.test/x',
  'https://other.test/x',
  'https://user@www.shop.test/x',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'http://www.shop.test/x',
  '\\\\other.test\\x',
  'http://[',
  null,
  undefined,
])('is no link: %s', path => {
  expect(productLink(path, shop)).toBeNull()
})

it('is no link without a shop address', () => {
  expect(productLink('/x/', null)).toBeNull()
  expect(productLink('/x/', 'nonsense')).toBeNull()
})
