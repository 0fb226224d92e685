import { join } from 'node:path'
import { app, type BrowserWindow, powerMonitor, session } from 'electron'
import { AccountStore } from './accounts/account-store.ts'
import { ShopClients } from './accounts/clients.ts'
import { DemoShopHost } from './accounts/demo.ts'
import { watchNetworkProcess } from './accounts/sessions.ts'
import { SignIn } from './accounts/sign-in.ts'
import { logEvent, logRejection } from './base/log.ts'
import { removeUnfinished } from './base/write-file.ts'
import { type Arguments, readArguments } from './desktop/arguments.ts'
import { troubleWith } from './desktop/data-folder.ts'
import { LinkDoor, linkScheme } from './desktop/links.ts'
import { setupAfterError, setupLog } from './desktop/main-errors.ts'
import { setupContextMenu } from './desktop/menu.ts'
import type { PageKeeper } from './desktop/page-keeper.ts'
import { applySavedLanguage, PreferenceStore } from './desktop/preferences.ts'
import { registerScheme, setupNavigationRules, setupPermissions, setupProtocol } from './desktop/protocol.ts'
import { askAboutPage, askAfterError } from './desktop/questions.ts'
import { Quitting } from './desktop/quitting.ts'
import { Exports } from './desktop/save-file.ts'
import { finishSettingAside } from './desktop/set-aside.ts'
import { beginWithoutSpelling, setupSpelling } from './desktop/spelling.ts'
import { sayAndLeave, startWithTrouble, wantedFolder } from './desktop/start-trouble.ts'
import { isStartedBySystem } from './desktop/start-with-system.ts'
import { UnsentTray } from './desktop/tray.ts'
import { hasTrayHost } from './desktop/tray-host.ts'
import { emit, keepPage, openWindow, present } from './desktop/window.ts'
import { wordsIn } from './desktop/words.ts'
import { setupZoom, type ZoomMove } from './desktop/zoom.ts'
import { builtIcons, setupAppCalls, setupDesktopCalls, setupFileCalls } from './ipc/setup-desktop-calls.ts'
import { setupAccountCalls, setupOutboxCalls, setupProxyCalls, setupShopCalls } from './ipc/setup-shop-calls.ts'
import { setupVaultCalls } from './ipc/setup-vault-calls.ts'
import { outboxLedgerOpener } from './ledger/outbox-ledger.ts'
import { systemKeyring } from './vault/keyring.ts'
import { Vault } from './vault/vault.ts'

let window: BrowserWindow | null = null
let page: PageKeeper | null = null
let zoom: (move: ZoomMove) => void = () => undefined
const theWindow = () => window
/** The person wants the window, by the tray, a link or a second start, and always gets an answer. */
const bringUp = () => {
  present(window)
  page?.remind()
}
const links = new LinkDoor(() => emit(window, 'links.arrived', {}))

setupBeforeReady()
// Before the lock, which is a file too: a folder that can't be written would look like a second start.
const folderTrouble = troubleWith(wantedFolder())
if (folderTrouble !== null) {
  startWithTrouble(folderTrouble)
} else if (app.requestSingleInstanceLock()) {
  runAlone()
} else {
  // One process drains the queue: this one has handed over and leaves.
  app.quit()
}

/** Chromium takes these only before the app is ready, so nothing is awaited before them. */
function setupBeforeReady(): void {
  // With --no-sandbox (root in development) Chromium's helpers would refuse to start; the window's own settings keep it sandboxed.
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
}

function runAlone(): void {
  app.on('second-instance', (_event, argv) => {
    bringUp()
    links.arriveOn(argv)
  })
  // Now, because Chromium opens its files there once it is ready. An error waits until a dialog can show it.
  const trouble = finishSettingAside(app.getPath('userData'))
  app
    .whenReady()
    .then(() => (trouble === null ? start() : sayAndLeave(trouble)))
    .catch(sayAndLeave)
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

  const parts = await makeParts(args, folder)
  setupEvents(parts)
  setupCalls(parts, folder)

  parts.vault.start().catch(logRejection)
  // Before the window, so that its first question to the shop finds the shop there.
  await parts.signIn.startDemo(args.demo)
  links.arriveOn(process.argv)
  // In an unpackaged run the system would be told to start Electron, not us.
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme)
  await showWindow(parts, args)
}

type Parts = Awaited<ReturnType<typeof makeParts>>

async function makeParts(args: Arguments, folder: string) {
  const exports = new Exports(join(folder, 'unfinished-files.json'))
  await removeUnfinished(folder)
  await exports.sweep()
  const preferences = await PreferenceStore.open()
  const accounts = await AccountStore.open(join(folder, 'accounts.json'))
  const vault = new Vault({ folder, askBeforeKeyFile: app.isPackaged || args.askForKey, keyring: systemKeyring })
  const demo = new DemoShopHost(folder, { orders: args.demoOrders, seed: args.demoSeed }, accounts)
  const clients = new ShopClients({ accounts, vault, language: () => preferences.shopLanguage })
  const signIn = new SignIn({ accounts, vault, demo, language: () => preferences.shopLanguage })
  const ledger = outboxLedgerOpener(vault, folder)
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
  const inLedger = () => ledger.opened()?.openEntries ?? null
  const quitting = new Quitting({ window: theWindow, page: () => page, tray, preferences, inLedger })
  return { exports, preferences, accounts, vault, demo, clients, signIn, ledger, tray, quitting }
}

/** What the system tells the app while it runs. */
function setupEvents({ quitting, preferences, accounts }: Parts): void {
  quitting.setup()
  app.on('activate', bringUp)
  setupAfterError(() => askAfterError(quitting.unsent, wordsIn(preferences.language)))
  setupSpelling(session.defaultSession, preferences)
  accounts.onChange(list => emit(window, 'accounts.changed', list))
  // Chromium starts these again by itself.
  app.on('child-process-gone', (_event, { type, reason }) => logEvent('warn', 'process-gone', `${type} ${reason}`))
  powerMonitor.on('shutdown', () => quitting.quitNow())
  powerMonitor.on('resume', () => emit(window, 'power.resumed', {}))
}

/** What the page may call. */
function setupCalls(parts: Parts, folder: string): void {
  const { preferences, quitting, tray, exports, accounts, clients, signIn, vault, ledger, demo } = parts
  const demoPanelUrl = () => demo.panelUrl
  setupAppCalls({ preferences, quitting, window: theWindow, demoPanelUrl, accountsSetAside: accounts.setAside })
  setupDesktopCalls({
    preferences,
    quitting,
    tray,
    links,
    iconFolder: builtIcons(),
    window: theWindow,
    zoom: move => zoom(move),
    demoPanelUrl,
  })
  setupFileCalls({ window: theWindow, preferences, exports })
  setupVaultCalls(vault, folder)
  setupProxyCalls(theWindow)
  setupAccountCalls({ accounts, signIn })
  setupShopCalls({ accounts, clients })
  setupOutboxCalls({ ledger: ledger.open, wireFor: accountId => clients.wireFor(accountId) })
}

async function showWindow({ preferences, tray, quitting, vault }: Parts, args: Arguments): Promise<void> {
  const wantsHidden = args.hidden || (isStartedBySystem() && preferences.now.startHidden)
  const iconShown = wantsHidden || preferences.now.closeToTray ? tray.show() : Promise.resolve(false)
  // A window that is wanted at once does not wait for the desktop's answer about its tray.
  const begins = !wantsHidden ? 'shown' : (await iconShown) ? 'hidden' : 'minimized'
  const opened = openWindow(preferences, begins)
  window = opened
  page = keepPage(opened, {
    ask: (state, signal) => askAboutPage(state, quitting.unsent, wordsIn(preferences.language), signal),
    onState: state => tray.setPage(state),
    quit: () => quitting.quitNow(),
  })
  if (wantsHidden) presentWhenLocked(vault)
  zoom = setupZoom(opened, preferences)
  setupContextMenu(opened, () => preferences.language)
  opened.once('closed', () => {
    window = null
  })
  quitting.watch(opened)
}

/** Nothing is sent before a person has opened the vault, so a hidden window would wait for ever. */
function presentWhenLocked(vault: Vault): void {
  vault
    .start()
    .then(() => {
      if (vault.status.state !== 'open') present(window)
    })
    .catch(logRejection)
}
