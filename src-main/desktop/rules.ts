import { app, type Session, type WebContents } from 'electron'
import { appOrigin } from './file-for.ts'

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
