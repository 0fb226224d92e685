import { createContext, useContext } from 'react'
import type { AccountList } from '../../../../src-main/contract/accounts.ts'
import type { Bridge } from '../../../../src-main/contract/bridge.ts'
import type { AppInfo } from '../../../../src-main/contract/calls.ts'
import type { Protection } from '../../../../src-main/contract/vault.ts'
import type { Connections } from '../../../connection/connections.ts'
import type { Workspace } from '../../../lists/types.ts'
import type { Watched } from '../../../model/watched.ts'
import type { Outbox } from '../../../outbox/types.ts'
import type { KeptStore } from '../../../storage/kept-store.ts'

/** The parts below React that the screens use. */
export interface Counterside {
  readonly accounts: Watched<AccountList>
  readonly workspace: (accountId: string) => Workspace
  /** The same object as `workspace` returns, but it does not make the account fetch from its shop. */
  readonly glance: (accountId: string) => Workspace
  readonly outbox: Outbox
  readonly connections: Pick<Connections, 'of' | 'note'>
}

export type Language = AppInfo['language']
export type Theme = AppInfo['theme']

export interface Preferences {
  readonly language: Language
  readonly theme: Theme
  readonly setLanguage: (language: Language) => void
  readonly setTheme: (theme: Theme) => void
}

export interface Services {
  readonly bridge: Bridge
  readonly counterside: Counterside
  readonly info: AppInfo
  readonly protection: Protection
  readonly preferences: Preferences
  /** A person's tabs, views, keys and other settings. */
  readonly kept: KeptStore
}

const ServicesContext = createContext<Services | null>(null)

export const ServicesProvider = ServicesContext.Provider

export const useServices = (): Services => {
  const services = useContext(ServicesContext)
  if (services === null) throw new Error('useServices outside ServicesProvider')
  return services
}

export const useCounterside = (): Counterside => useServices().counterside
export const useBridge = (): Bridge => useServices().bridge
export const usePreferences = (): Preferences => useServices().preferences
