import { useState } from 'react'
import { CommandsProvider } from '../features/common/commands/commands.tsx'
import { NavigationProvider, type Screen } from '../features/common/navigation/navigation.tsx'
import { PaneBoundary } from '../features/common/parts/pane-boundary.tsx'
import { ProxyProvider } from '../features/common/services/proxy-asked.tsx'
import { useAccounts, useActiveAccount } from '../features/common/services/use-workspace.ts'
import type { ConnectWay } from '../features/desk/connect/connect-error.tsx'
import { ConnectScreen } from '../features/desk/connect/connect-screen.tsx'
import { ProxyDialog } from '../features/desk/shell/proxy-dialog.tsx'
import { QuitGuard } from '../features/desk/shell/quit-guard.tsx'
import { Shell } from '../features/desk/shell/shell.tsx'
import { FiltersProvider } from '../features/records/filters/filter-store.tsx'

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
