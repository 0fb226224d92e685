/**
 * The product's page at the shop: `absolute_url` is a path with or without slashes at its ends. Null for anything that
 * does not stay at the shop ("#", another host, another scheme), so that a link says what it opens.
 */
export const productLink = (absoluteUrl: string | null | undefined, commerceUrl: string | null): string | null => {
  const path = absoluteUrl?.trim() ?? ''
  if (path === '' || path.startsWith('#') || commerceUrl === null || !URL.canParse(commerceUrl)) return null
  const shop = new URL(commerceUrl)
  const from = new URL('/', shop)
  if (!URL.canParse(path, from)) return null
  const page = new URL(path, from)
  const isAtShop = page.origin === shop.origin && page.username === '' && page.password === ''
  return isAtShop && page.pathname !== '/' ? page.href : null
}
