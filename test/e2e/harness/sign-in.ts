import type { DemoShop } from '../../../src-main/demo-shop/demo-shop.ts'

/** Signs the demo shop's customer in with plain fetch and gives the Cookie header of the session. */
export async function signedInCookie(shop: DemoShop): Promise<string> {
  const answer = await fetch(`${shop.commerceUrl}/csrf_token/`)
  const { csrf_token: token } = (await answer.json()) as { csrf_token: string }
  const signedIn = await fetch(`${shop.commerceUrl}/users/login/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrftoken': token, cookie: `csrftoken=${token}` },
    body: JSON.stringify(shop.customer),
  })
  return signedIn.headers
    .getSetCookie()
    .map(one => one.split(';')[0])
    .join('; ')
}
