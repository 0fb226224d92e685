import { app } from 'electron'

/** Ends this run at once and starts the next. An AppImage's own executable is gone by then, so the image is started. */
export function beginAgain(): void {
  const image = process.env['APPIMAGE']
  app.relaunch(image ? { execPath: image, args: process.argv.slice(1) } : {})
  app.exit(0)
}
