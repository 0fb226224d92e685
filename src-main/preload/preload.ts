import { contextBridge, ipcRenderer } from 'electron'
import type { JsonOf, WireBridge } from '../contract/bridge.ts'
import type { CallInput, CallName, CallOutput, EventName, EventPayload } from '../contract/calls.ts'
import type { Reply } from '../contract/failures.ts'

const call =
  <N extends CallName>(name: N) =>
  (input: CallInput<N>): Promise<JsonOf<Reply<CallOutput<N>>>> =>
    ipcRenderer.invoke(`call:${name}`, input)

const on = <N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): (() => void) => {
  const heard = (_event: unknown, payload: EventPayload<N>) => listener(payload)
  ipcRenderer.on(`event:${name}`, heard)
  return () => ipcRenderer.off(`event:${name}`, heard)
}

const bridge = {
  app: {
    info: call('app.info'),
    prefer: call('app.prefer'),
    openLink: call('app.openLink'),
    log: call('app.log'),
    hasRoom: call('app.hasRoom'),
    quit: call('app.quit'),
    unsent: call('app.unsent'),
    notify: call('app.notify'),
    saveFile: call('app.saveFile'),
    savePdf: call('app.savePdf'),
    print: call('app.print'),
  },
  desktop: {
    showCommands: call('desktop.showCommands'),
    takeLinks: call('desktop.takeLinks'),
    standing: call('desktop.standing'),
    choose: call('desktop.choose'),
  },
  proxy: { asking: call('proxy.asking'), signIn: call('proxy.signIn') },
  vault: {
    status: call('vault.status'),
    protect: call('vault.protect'),
    unlock: call('vault.unlock'),
    key: call('vault.key'),
    setAside: call('vault.setAside'),
    keptAside: call('vault.keptAside'),
    keptSeen: call('vault.keptSeen'),
  },
  accounts: {
    list: call('accounts.list'),
    connectCustomer: call('accounts.connectCustomer'),
    connectStaff: call('accounts.connectStaff'),
    connectDemo: call('accounts.connectDemo'),
    activate: call('accounts.activate'),
    signOut: call('accounts.signOut'),
    setQuantityKey: call('accounts.setQuantityKey'),
    remove: call('accounts.remove'),
  },
  commerce: {
    currentUser: call('commerce.currentUser'),
    orders: call('commerce.orders'),
    order: call('commerce.order'),
    cancellationView: call('commerce.cancellationView'),
    reasons: call('commerce.reasons'),
    requests: call('commerce.requests'),
    oldOrders: call('commerce.oldOrders'),
    oldOrder: call('commerce.oldOrder'),
    addresses: call('commerce.addresses'),
    tradeIn: call('commerce.tradeIn'),
  },
  omnitron: { pending: call('omnitron.pending') },
  ledger: { record: call('ledger.record'), read: call('ledger.read') },
  outbox: { send: call('outbox.send'), sendTogether: call('outbox.sendTogether') },
  on,
} satisfies WireBridge

contextBridge.exposeInMainWorld('counterside', bridge)
