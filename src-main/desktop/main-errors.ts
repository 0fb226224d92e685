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
  // Without this, such a rejection would go unnoticed.
  process.on('unhandledRejection', logRejection)
  process.on('uncaughtExceptionMonitor', error => logEvent('error', 'uncaught-exception', whereOf(error)))
}

/** After an uncaught error main may be in any state: asks the person, one question at a time, whether to restart. */
export function setupAfterError(ask: () => Promise<boolean>): void {
  let isAsking = false
  process.on('uncaughtException', error => {
    // EPIPE: the terminal was closed, which is no error of ours.
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

/** Restarts the app at once. The executable inside an AppImage is gone by then, so the image itself is started. */
export function beginAgain(): void {
  const image = process.env['APPIMAGE']
  app.relaunch(image ? { execPath: image, args: process.argv.slice(1) } : {})
  app.exit(0)
}
