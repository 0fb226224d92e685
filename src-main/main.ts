import { join } from 'node:path'
import { app, type BrowserWindow, powerMonitor, session } from 'electron'
import { AccountStore } from './accounts/account-store.ts'
import { ShopClients } from './accounts/clients.ts'
import { DemoLodger } from './accounts/demo.ts'
import { systemKeyring } from './accounts/keyring.ts'
import { SignIn } from './accounts/sign-in.ts'
import { Vault } from './accounts/vault.ts'
import { readArguments } from './desktop/arguments.ts'
import { applySavedLanguage, PreferenceStore } from './desktop/preferences.ts'
import { registerScheme, setupProtocol } from './desktop/protocol.ts'
import { Quitting } from './desktop/quitting.ts'
import { setupNavigationRules, setupPermissions } from './desktop/rules.ts'
import { finishSettingAside } from './desktop/set-aside.ts'
import { logRejection, setupLog } from './desktop/setup-log.ts'
import { UnsentTray } from './desktop/tray.ts'
import { openWindow, present, sayAndLeave } from './desktop/window.ts'
import { emit } from './ipc/handle.ts'
import { setupAccountCalls } from './ipc/setup-account-calls.ts'
import { setupAppCalls } from './ipc/setup-app-calls.ts'
import { setupOutboxCalls } from './ipc/setup-outbox-calls.ts'
import { setupShopCalls } from './ipc/setup-shop-calls.ts'
import { setupVaultCalls } from './ipc/setup-vault-calls.ts'
import { bookOpener } from './ledger/open-book.ts'

let window: BrowserWindow | null = null
const theWindow = () => window

// All three must be said before the app is ready, so nothing is awaited above this line.
// With --no-sandbox (root in development) Chromium's helpers would refuse to start; the window stays sandboxed in its settings.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerScheme()
applySavedLanguage()

// One process drains the queue: a second one hands over and leaves.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => present(window))
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
  setupNavigationRules()
  setupPermissions(session.defaultSession)
  setupProtocol(session.defaultSession)

  const preferences = await PreferenceStore.open()
  const accounts = await AccountStore.open(join(folder, 'accounts.json'))
  const vault = new Vault({ folder, askBeforeKeyFile: app.isPackaged || args.askForKey, keyring: systemKeyring })
  const demo = new DemoLodger(folder, { orders: args.demoOrders, seed: args.demoSeed }, accounts)
  const clients = new ShopClients({ accounts, vault, language: () => preferences.shopLanguage })
  const signIn = new SignIn({ accounts, vault, demo, language: () => preferences.shopLanguage })
  const tray = new UnsentTray({
    iconPath: join(app.getAppPath(), 'out', 'renderer', 'icon.png'),
    language: () => preferences.language,
    open: () => present(window),
  })
  const quitting = new Quitting(theWindow, tray)

  quitting.setup()
  setupAppCalls({ preferences, quitting, window: theWindow, demoPanelUrl: () => demo.panelUrl })
  setupVaultCalls(vault, folder)
  setupAccountCalls({ accounts, signIn })
  setupShopCalls({ accounts, clients })
  setupOutboxCalls({ book: bookOpener(vault, folder), wireFor: accountId => clients.wireFor(accountId) })
  accounts.onChange(list => emit(window, 'accounts.changed', list))
  powerMonitor.on('resume', () => emit(window, 'power.resumed', {}))

  vault.start().catch(logRejection)
  // Before the window, so that its first question to the shop finds the shop there.
  await signIn.startDemo(args.demo)
  window = openWindow(preferences)
  window.once('closed', () => {
    window = null
  })
  quitting.watch(window)
}
