import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Run by hand after a change of icon.svg: `node build/make-icons.mjs`. It starts itself again inside Electron,
// whose Chromium draws the picture, so that no other tool is needed.
const self = fileURLToPath(import.meta.url)
const folder = join(dirname(self), 'icons')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512]

if (process.versions.electron) await draw()
else await launch()

async function launch() {
  const { run } = await import('./command.mjs')
  const { withDisplay } = await import('./display.mjs')
  const { setUp } = await import('./setup.mjs')
  const { runEntry } = await import('./tell.mjs')
  await runEntry(async () => {
    const { runtime, env } = await setUp({ build: false })
    const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    // One device pixel a point, whatever the screen: the files' names state their size.
    const args = [...flags, '--force-device-scale-factor=1', self]
    return withDisplay(env, async shownEnv => (await run(runtime.executable, args, { env: shownEnv })).code)
  })
}

async function draw() {
  const { app, BrowserWindow } = await import('electron')
  // Not awaited at the top level: `ready` waits for this module.
  app.whenReady().then(() => drawAll(BrowserWindow).then(() => app.quit(), failed(app)))
}

async function drawAll(BrowserWindow) {
  const svg = readFileSync(join(folder, 'icon.svg'), 'base64')
  const window = new BrowserWindow({
    width: 600,
    height: 600,
    frame: false,
    transparent: true,
    webPreferences: { offscreen: true },
  })
  await window.loadURL('data:text/html,<body></body>')
  for (const size of sizes) {
    // A canvas scales the drawing itself at each size, and keeps the transparent corners.
    const url = await window.webContents.executeJavaScript(`new Promise((resolve, reject) => {
      const image = new Image()
      image.onload = () => {
        const canvas = Object.assign(document.createElement('canvas'), { width: ${size}, height: ${size} })
        canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size})
        resolve(canvas.toDataURL('image/png'))
      }
      image.onerror = () => reject(new Error('icon.svg cannot be drawn'))
      image.src = 'data:image/svg+xml;base64,${svg}'
    })`)
    writeFileSync(join(folder, `${size}x${size}.png`), Buffer.from(url.split(',')[1], 'base64'))
    console.log(`${size}x${size}.png`)
  }
}

function failed(app) {
  return error => {
    console.error(error.message)
    app.exit(1)
  }
}
