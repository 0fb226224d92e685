import type { BrowserWindow } from 'electron'
import type { EventName, EventPayload } from '../contract/calls.ts'

/** Sends an event to the page of a window. The only place that sends events. */
export function emit<N extends EventName>(window: BrowserWindow | null, name: N, payload: EventPayload<N>): void {
  if (window && !window.isDestroyed()) window.webContents.send(`event:${name}`, payload)
}
