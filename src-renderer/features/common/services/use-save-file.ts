import { useState } from 'react'
import { isTooLarge } from '../../../../src-main/contract/desktop.ts'
import { type Failure, failed, failure, type Reply } from '../../../../src-main/contract/failures.ts'
import { useBridge } from './services.tsx'

export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** Saves a text or bytes where the person says. One who thinks better of it is told nothing. */
export const useSaveFile = () => {
  const bridge = useBridge()
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  const run = async (name: string, make: () => Promise<Reply<string | Uint8Array>>) => {
    setState({ kind: 'saving' })
    const data = await make()
    const reply = !data.ok
      ? data
      : isTooLarge(data.value)
        ? failed(failure('too-large'))
        : await bridge.app.saveFile({ name, data: data.value })
    if (!reply.ok) setState({ kind: 'failed', failure: reply.failure })
    else setState(reply.value.saved ? { kind: 'saved' } : { kind: 'idle' })
  }
  const save = (name: string, make: () => Promise<Reply<string | Uint8Array>>) => {
    run(name, make).catch(() => setState({ kind: 'idle' }))
  }
  return { state, save }
}
