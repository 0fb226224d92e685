import { relative, resolve } from 'node:path'

const host = 'counterside'

/** Where our own page lives. Never to be changed: IndexedDB belongs to this origin. */
export const appOrigin = `app://${host}`

/** The file inside `root` that a request means, or null when it is not ours to serve. */
export function fileFor(root: string, request: { readonly url: string; readonly method: string }): string | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null
  const url = new URL(request.url)
  if (url.host !== host) return null
  let pathname: string
  try {
    pathname = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  const path = resolve(root, `.${pathname === '/' ? '/index.html' : pathname}`)
  const inside = relative(root, path)
  return inside === '' || inside.startsWith('..') || pathname.includes('\0') ? null : path
}
