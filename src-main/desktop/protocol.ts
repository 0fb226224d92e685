import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { app, protocol, type Session, type WebContents } from 'electron'
import { appOrigin, fileFor } from './file-for.ts'

const scheme = 'app'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // One policy, for the worker that writes files: it takes addresses of this app only.
  'trusted-types counterside-worker',
].join('; ')

/** Hot reload puts styles and a script into the page, and listens to the dev server. */
const devPolicy =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' ws://localhost:*"

/** Must run before the app is ready; `standard` and `secure` give the page an origin, IndexedDB and WebCrypto. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built page, and nothing outside of its folder. In `npm run dev` it serves what Vite makes instead. */
export function setupProtocol(session: Session): () => void {
  const devServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
  session.protocol.handle(scheme, devServer === undefined ? serveBuilt() : request => serveDev(devServer, request))
  return () => session.protocol.unhandle(scheme)
}

function serveBuilt(): (request: Request) => Promise<Response> {
  const root = join(app.getAppPath(), 'out', 'renderer')
  return async request => {
    const path = fileFor(root, request)
    if (!path) return new Response('', { status: 404 })
    try {
      const body = await readFile(path)
      return new Response(new Uint8Array(body), { headers: headersFor(path) })
    } catch {
      return new Response('', { status: 404 })
    }
  }
}

/** The page keeps its origin, so that its database is the usual one; only its files come from the dev server. */
async function serveDev(devServer: string, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const answer = await fetch(new URL(`${pathname}${search}`, devServer), { headers: { accept: '*/*' } })
  const headers = { 'content-type': answer.headers.get('content-type') ?? '', 'content-security-policy': devPolicy }
  return new Response(await answer.arrayBuffer(), { status: answer.status, headers })
}

function headersFor(path: string): Record<string, string> {
  return {
    'content-type': contentTypes[extname(path)] ?? 'application/octet-stream',
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
}

/** Permissions that our own page gets. Everything else is refused, and so is every other page. */
const allowed: readonly string[] = ['persistent-storage', 'clipboard-sanitized-write', 'notifications']

/** Refuses by default: Electron's own default grants. Needed on every session that is made. */
export function setupPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(details.isMainFrame && isOurs(details.requestingUrl) && allowed.includes(permission))
  })
  session.setPermissionCheckHandler((_contents, permission, origin) => isOurs(origin) && allowed.includes(permission))
  session.setDevicePermissionHandler(() => false)
}

/** No navigation, no new windows and no webviews, in all web contents. */
export function setupNavigationRules(): void {
  app.on('web-contents-created', (_event, contents) => keepInPlace(contents))
}

function keepInPlace(contents: WebContents): void {
  const stay = (event: { preventDefault: () => void }) => event.preventDefault()
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', stay)
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

const isOurs = (url: string | undefined): boolean => url === appOrigin || url?.startsWith(`${appOrigin}/`) === true
