import type { BrowserWindow } from 'electron'
import type { EventName, EventPayload } from '../contract/calls.ts'

/** Sends the page of a window something that it did not ask for. The only place that sends. */
export function emit<N extends EventName>(window: BrowserWindow | null, name: N, payload: EventPayload<N>): void {
  if (window && !window.isDestroyed()) window.webContents.send(`event:${name}`, payload)
}
