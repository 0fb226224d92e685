import '../../../../src-renderer/ui/styles/index.css'
import { createRoot } from 'react-dom/client'
import { App } from '../../../../src-renderer/app/app.tsx'
import { fakeCounterside } from '../fake-counterside.ts'
import { fakeBridge } from './fake-bridge.ts'

/** The screens over fixed rows, for looking at: ?language=tr&theme=dark&click=a,b&accounts=none&vault=choose&shop=away */
const wish = new URLSearchParams(location.search)
const language = wish.get('language') === 'en' ? 'en' : 'tr'
const theme = wish.get('theme') === 'dark' ? 'dark' : 'light'
const vault =
  wish.get('vault') === 'choose' ? ({ state: 'choose' } as const) : ({ state: 'open', protection: 'key-file' } as const)

const create = async () =>
  fakeCounterside({
    ...(wish.get('accounts') === 'none' ? { accounts: { accounts: [], activeId: null } } : {}),
    ...(wish.get('shop') === 'away' ? { connection: { shop: 'not-answering' as const } } : {}),
  })

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** `testid`, `testid:2` for the third of them, `testid=value` to fill in or choose. */
const act = async (step: string) => {
  const [target = '', value] = step.split('=')
  const [id = '', place = '0'] = target.split(':')
  const found = document.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)[Number(place)]
  if (value === undefined) found?.click()
  else if (found instanceof HTMLSelectElement || found instanceof HTMLInputElement) {
    const proto = found instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype
    Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(found, value)
    found.dispatchEvent(new Event(found instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
  }
  await pause(120)
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<App bridge={fakeBridge({ language, theme }, vault)} createCounterside={create} />)
await pause(400)
for (const step of wish.get('click')?.split(',') ?? []) await act(step)
document.title = 'ready'
