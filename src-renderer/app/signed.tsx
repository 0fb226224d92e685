import { useState } from 'react'
import { CommandsProvider } from '../features/commands/commands.tsx'
import type { ConnectWay } from '../features/connect/connect-error.tsx'
import { ConnectScreen } from '../features/connect/connect-screen.tsx'
import { PaneBoundary } from '../features/data/pane-boundary.tsx'
import { ProxyProvider } from '../features/data/proxy-asked.tsx'
import { useAccounts, useActiveAccount } from '../features/data/use-workspace.ts'
import { FiltersProvider } from '../features/lists/filter-store.tsx'
import { NavigationProvider, type Screen } from '../features/navigation/navigation.tsx'
import { ProxyDialog } from '../features/shell/proxy-dialog.tsx'
import { QuitGuard } from '../features/shell/quit-guard.tsx'
import { Shell } from '../features/shell/shell.tsx'

const noHint = {}

/** Without any account there is only the connect screen; with one, everything. A proxy may ask in front of both. */
export const Signed = () => (
  <ProxyProvider>
    <ConnectOrShell />
    <ProxyDialog />
  </ProxyProvider>
)

const ConnectOrShell = () => {
  const { accounts } = useAccounts()
  const active = useActiveAccount()
  const [way, setWay] = useState<ConnectWay | null>(null)
  if (accounts.length === 0)
    return (
      <main className="main-screen boot-connect">
        <PaneBoundary>
          <ConnectScreen hint={noHint} onConnected={setWay} />
        </PaneBoundary>
        <QuitGuard />
      </main>
    )
  const first: Screen = way === 'staff' || (way === null && active?.kind === 'staff') ? 'pending' : 'orders'
  return (
    <NavigationProvider first={first}>
      <CommandsProvider>
        <FiltersProvider>
          <Shell />
        </FiltersProvider>
      </CommandsProvider>
    </NavigationProvider>
  )
}
