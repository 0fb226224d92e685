import { join } from 'node:path'
import { app, type BrowserWindow, powerMonitor, session } from 'electron'
import { AccountStore } from './accounts/account-store.ts'
import { ShopClients } from './accounts/clients.ts'
import { DemoLodger } from './accounts/demo.ts'
import { watchNetworkProcess } from './accounts/sessions.ts'
import { SignIn } from './accounts/sign-in.ts'
import { logEvent, logRejection } from './base/log.ts'
import { removeUnfinished } from './base/write-file.ts'
import { readArguments } from './desktop/arguments.ts'
import { beginAgain } from './desktop/begin-again.ts'
import { setupContextMenu } from './desktop/context-menu.ts'
import { troubleWith } from './desktop/data-folder.ts'
import { emit } from './desktop/emit.ts'
import { Exports } from './desktop/exports.ts'
import { LinkDoor } from './desktop/link-door.ts'
import { PageKeeper } from './desktop/page-keeper.ts'
import { applySavedLanguage, PreferenceStore } from './desktop/preferences.ts'
import { registerScheme, setupProtocol } from './desktop/protocol.ts'
import { askAboutPage, askAfterError } from './desktop/questions.ts'
import { Quitting } from './desktop/quitting.ts'
import { linkScheme } from './desktop/read-link.ts'
import { setupNavigationRules, setupPermissions } from './desktop/rules.ts'
import { finishSettingAside } from './desktop/set-aside.ts'
import { setupLog } from './desktop/setup-log.ts'
import { beginWithoutSpelling, setupSpelling } from './desktop/spelling.ts'
import { sayAndLeave, startWithTrouble, wantedFolder } from './desktop/start-trouble.ts'
import { isStartedBySystem } from './desktop/start-with-system.ts'
import { UnsentTray } from './desktop/tray.ts'
import { hasTrayHost } from './desktop/tray-host.ts'
import { endPage, openWindow, present, watchPage } from './desktop/window.ts'
import { wordsIn } from './desktop/words.ts'
import { setupZoom } from './desktop/zoom.ts'
import type { ZoomMove } from './desktop/zoom-steps.ts'
import { setupAccountCalls } from './ipc/setup-account-calls.ts'
import { setupAppCalls } from './ipc/setup-app-calls.ts'
import { builtIcons, setupDesktopCalls } from './ipc/setup-desktop-calls.ts'
import { setupFileCalls } from './ipc/setup-file-calls.ts'
import { setupOutboxCalls } from './ipc/setup-outbox-calls.ts'
import { setupProxyCalls } from './ipc/setup-proxy-calls.ts'
import { setupShopCalls } from './ipc/setup-shop-calls.ts'
import { setupVaultCalls } from './ipc/setup-vault-calls.ts'
import { bookOpener } from './ledger/open-book.ts'
import { systemKeyring } from './vault/keyring.ts'
import { Vault } from './vault/vault.ts'

let window: BrowserWindow | null = null
let page: PageKeeper | null = null
const theWindow = () => window
/** Somebody wants the window, by the tray, a link or a second start: never without an answer. */
const bringUp = () => {
  present(window)
  page?.remind()
}
const links = new LinkDoor(() => emit(window, 'links.arrived', {}))

// All of these must be said before the app is ready, so nothing is awaited above this line.
// With --no-sandbox (root in development) Chromium's helpers would refuse to start; the window stays sandboxed in its settings.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerScheme()
applySavedLanguage()
beginWithoutSpelling()
// A Mac hands over links like this, the first one before the app is ready.
app.on('open-url', (event, link) => {
  event.preventDefault()
  bringUp()
  links.arrive(link)
})

// The lock is a file, too: without this, a folder that can't be written would look like a second start.
const folderTrouble = troubleWith(wantedFolder())
if (folderTrouble !== null) {
  startWithTrouble(folderTrouble)
} else if (app.requestSingleInstanceLock()) {
  // One process drains the queue: a second one hands over and leaves.
  app.on('second-instance', (_event, argv) => {
    bringUp()
    links.arriveOn(argv)
  })
  // At once, for Chromium opens its files there when ready; its trouble is told when a dialog can be.
  const trouble = finishSettingAside(app.getPath('userData'))
  app
    .whenReady()
    .then(() => (trouble === null ? start() : sayAndLeave(trouble)))
    .catch(sayAndLeave)
} else {
  app.quit()
}

async function start(): Promise<void> {
  const args = readArguments(process.argv)
  const folder = app.getPath('userData')
  setupLog()
  watchNetworkProcess()
  setupNavigationRules()
  setupPermissions(session.defaultSession)
  app.on('session-created', setupPermissions)
  setupProtocol(session.defaultSession)

  const exports = new Exports(join(folder, 'unfinished-files.json'))
  await removeUnfinished(folder)
  await exports.sweep()
  const preferences = await PreferenceStore.open()
  const accounts = await AccountStore.open(join(folder, 'accounts.json'))
  const vault = new Vault({ folder, askBeforeKeyFile: app.isPackaged || args.askForKey, keyring: systemKeyring })
  const demo = new DemoLodger(folder, { orders: args.demoOrders, seed: args.demoSeed }, accounts)
  const clients = new ShopClients({ accounts, vault, language: () => preferences.shopLanguage })
  const signIn = new SignIn({ accounts, vault, demo, language: () => preferences.shopLanguage })
  const tray = new UnsentTray({
    iconFolder: builtIcons(),
    language: () => preferences.language,
    hasHost: () => hasTrayHost(),
    open: bringUp,
    again: () => page?.again(),
    find: () => {
      bringUp()
      emit(window, 'menu.command', { command: 'find.box' })
    },
  })
  const book = bookOpener(vault, folder)
  const inLedger = () => book.opened()?.openEntries ?? null
  const quitting = new Quitting({ window: theWindow, page: () => page, tray, preferences, inLedger })
  const say = () => wordsIn(preferences.language)
  let zoom: (move: ZoomMove) => void = () => undefined

  quitting.setup()
  app.on('activate', bringUp)
  setupAfterError(() => askAfterError(quitting.unsent, say()))
  setupSpelling(session.defaultSession, preferences)
  setupAppCalls({
    preferences,
    quitting,
    window: theWindow,
    demoPanelUrl: () => demo.panelUrl,
    accountsSetAside: accounts.setAside,
  })
  setupDesktopCalls({
    preferences,
    quitting,
    tray,
    links,
    iconFolder: builtIcons(),
    window: theWindow,
    zoom: move => zoom(move),
    demoPanelUrl: () => demo.panelUrl,
  })
  setupFileCalls({ window: theWindow, preferences, exports })
  setupVaultCalls(vault, folder)
  setupProxyCalls(theWindow)
  setupAccountCalls({ accounts, signIn })
  setupShopCalls({ accounts, clients })
  setupOutboxCalls({ book: book.open, wireFor: accountId => clients.wireFor(accountId) })
  accounts.onChange(list => emit(window, 'accounts.changed', list))
  // Chromium starts these again by itself.
  app.on('child-process-gone', (_event, { type, reason }) => logEvent('warn', 'process-gone', `${type} ${reason}`))
  powerMonitor.on('shutdown', () => quitting.quitNow())
  powerMonitor.on('resume', () => emit(window, 'power.resumed', {}))

  vault.start().catch(logRejection)
  // Before the window, so that its first question to the shop finds the shop there.
  await signIn.startDemo(args.demo)
  links.arriveOn(process.argv)
  // In an unpackaged run the system would be told to start Electron, not us.
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme)
  const wantsHidden = args.hidden || (isStartedBySystem() && preferences.now.startHidden)
  const iconShown = wantsHidden || preferences.now.closeToTray ? tray.show() : Promise.resolve(false)
  // Nobody who wants to see the window waits for the desktop's answer.
  const begins = !wantsHidden ? 'shown' : (await iconShown) ? 'hidden' : 'minimized'
  const opened = openWindow(preferences, begins)
  window = opened
  page = new PageKeeper({
    load: () => opened.isDestroyed() || opened.webContents.reload(),
    kill: () => endPage(opened),
    ask: (state, signal) => askAboutPage(state, quitting.unsent, say(), signal),
    onState: state => tray.setPage(state),
    quit: () => quitting.quitNow(),
    now: () => performance.now(),
    after: (ms, then) => {
      const timer = setTimeout(then, ms)
      return () => clearTimeout(timer)
    },
  })
  watchPage(opened, page)
  if (wantsHidden) presentWhenLocked(vault)
  zoom = setupZoom(opened, preferences)
  setupContextMenu(opened, () => preferences.language)
  opened.once('closed', () => {
    window = null
  })
  quitting.watch(opened)
}

/** Nothing goes out before somebody has opened the vault, so a hidden window would wait for ever. */
function presentWhenLocked(vault: Vault): void {
  vault
    .start()
    .then(() => {
      if (vault.status.state !== 'open') present(window)
    })
    .catch(logRejection)
}

/** What main did not foresee may have left it in any state: the person is told once, and may begin again. */
function setupAfterError(ask: () => Promise<boolean>): void {
  let isAsking = false
  process.on('uncaughtException', error => {
    // Nobody reads what is written to a terminal that was closed.
    if (isAsking || ('code' in error && error.code === 'EPIPE')) return
    isAsking = true
    ask()
      .then(again => again && beginAgain())
      .catch(logRejection)
      .finally(() => {
        isAsking = false
      })
  })
}
