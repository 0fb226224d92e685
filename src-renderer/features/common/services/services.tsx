import { createContext, useContext } from 'react'
import type { Bridge } from '../../../../src-main/contract/bridge.ts'
import type { AppInfo } from '../../../../src-main/contract/calls.ts'
import type { Protection } from '../../../../src-main/contract/vault.ts'
import type { KeptStore } from '../../../storage/kept-store.ts'
import type { Counterside } from '../../../lists/types.ts'

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
  /** What the person set up: tabs, views, keys and the like. */
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
