import { join } from 'node:path'
import { app } from 'electron'
import log from 'electron-log/main'
import { logEvent, setLogSink } from '../base/log.ts'

/** Keeps the log beside the data: 2 MiB, then one older file. */
export function setupLog(): void {
  log.transports.file.resolvePathFn = () => join(app.getPath('userData'), 'logs', 'main.log')
  log.transports.file.maxSize = 2 * 1024 * 1024
  log.transports.file.level = 'info'
  log.transports.console.level = app.isPackaged ? false : 'warn'
  setLogSink((level, line) => log[level](line))
  // Nothing waits for such a promise, so nobody else would tell.
  process.on('unhandledRejection', logRejection)
  process.on('uncaughtExceptionMonitor', error => logEvent('error', 'uncaught-exception', whereOf(error)))
}

/** A rejection that concerns nobody in particular, without its message: that may quote what a customer typed. */
export function logRejection(reason: unknown): void {
  logEvent('error', 'unhandled-rejection', whereOf(reason))
}

function whereOf(reason: unknown): string {
  if (!(reason instanceof Error)) return typeof reason
  const code = 'code' in reason ? String(reason.code) : ''
  const place = reason.stack?.split('\n').find(line => line.includes(' at '))
  return `${reason.name} ${code} ${place?.trim() ?? ''}`
}
