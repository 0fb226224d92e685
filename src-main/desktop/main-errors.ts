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

/** What main did not foresee may have left it in any state: the person is told once, and may begin again. */
export function setupAfterError(ask: () => Promise<boolean>): void {
  let isAsking = false
  process.on('uncaughtException', error => {
    // Nobody reads what is written to a terminal that was closed.
    if (isAsking || ('code' in error && error.code === 'EPIPE')) return
    isAsking = true
    ask()
      .then(again => again && beginAgain())
      .catch(logRejection)
      .finally(() => {
        isAsking = false
      })
  })
}

/** Ends this run at once and starts the next. An AppImage's own executable is gone by then, so the image is started. */
export function beginAgain(): void {
  const image = process.env['APPIMAGE']
  app.relaunch(image ? { execPath: image, args: process.argv.slice(1) } : {})
  app.exit(0)
}
