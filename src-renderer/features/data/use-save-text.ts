import { useState } from 'react'
import type { Failure, Reply } from '../../../src-main/contract/failures.ts'
import { useBridge } from './services.tsx'

export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** Saves a text where the person says. One who thinks better of it is told nothing. */
export const useSaveText = () => {
  const bridge = useBridge()
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  const run = async (name: string, makeText: () => Promise<Reply<string>>) => {
    setState({ kind: 'saving' })
    const text = await makeText()
    const reply = text.ok ? await bridge.app.saveText({ name, text: text.value }) : text
    if (!reply.ok) setState({ kind: 'failed', failure: reply.failure })
    else setState(reply.value.saved ? { kind: 'saved' } : { kind: 'idle' })
  }
  const save = (name: string, makeText: () => Promise<Reply<string>>) => {
    run(name, makeText).catch(() => setState({ kind: 'idle' }))
  }
  return { state, save }
}
