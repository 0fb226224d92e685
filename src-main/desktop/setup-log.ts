import { join } from 'node:path'
import { app } from 'electron'
import log from 'electron-log/main'
import { logEvent, logRejection, setLogSink, whereOf } from '../base/log.ts'

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
