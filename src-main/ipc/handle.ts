import { ipcMain } from 'electron'
import type { CallInput, CallName } from '../contract/calls.ts'
import { answer, type Handler } from './answer.ts'

/** The only door for calls: no handler is registered in another way, so each gets parsed input from our own page. */
export function handle<N extends CallName>(name: N, handler: Handler<N>): void {
  ipcMain.handle(`call:${name}`, async (event, raw: CallInput<N>) =>
    JSON.stringify(await answer(name, handler, event, raw)),
  )
}
