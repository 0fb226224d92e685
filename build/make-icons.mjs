import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Run by hand after a change of icon.svg or a mark: `node build/make-icons.mjs`. It starts itself again inside Electron,
// whose Chromium draws the picture, so that no other tool is needed.
const self = fileURLToPath(import.meta.url)
const folder = join(dirname(self), 'icons')
const page = join(dirname(self), '..', 'src-renderer', 'public')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512]
/** On a field of 512; each has a shape of its own, for those who see no colours. */
const marks = {
  unsent:
    '<circle cx="372" cy="372" r="132" fill="#b45309" stroke="#fff" stroke-width="28"/><path d="M372 446V306M312 360l60-60 60 60" fill="none" stroke="#fff" stroke-width="40" stroke-linecap="round" stroke-linejoin="round"/>',
  'needs-you':
    '<path d="M356 208 512 490H200Z" fill="#b91c1c" stroke="#fff" stroke-width="28" stroke-linejoin="round"/><path d="M356 306v90" stroke="#fff" stroke-width="40" stroke-linecap="round"/><circle cx="356" cy="446" r="22" fill="#fff"/>',
}
const svgOf = content => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">${content}</svg>`
/** A mark by itself fills the picture. */
const overlayOf = { unsent: 'translate(-396 -396) scale(1.753)', 'needs-you': 'translate(-278 -267) scale(1.5)' }

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
  const icon = readFileSync(join(folder, 'icon.svg'))
  const window = new BrowserWindow({
    width: 600,
    height: 600,
    frame: false,
    transparent: true,
    webPreferences: { offscreen: true },
  })
  await window.loadURL('data:text/html,<body></body>')
  const save = async (path, content, size) => {
    writeFileSync(path, await drawOne(window, Buffer.from(content).toString('base64'), size))
    console.log(path)
  }
  for (const size of sizes) await save(join(folder, `${size}x${size}.png`), icon, size)
  await save(join(page, 'tray.png'), icon, 64)
  const under = `<image href="data:image/svg+xml;base64,${icon.toString('base64')}" width="512" height="512"/>`
  for (const [name, mark] of Object.entries(marks)) {
    await save(join(page, `tray-${name}.png`), svgOf(under + mark), 64)
    await save(join(page, `overlay-${name}.png`), svgOf(`<g transform="${overlayOf[name]}">${mark}</g>`), 32)
  }
}

/** A canvas scales the drawing itself at each size, and keeps the transparent corners. */
async function drawOne(window, svg, size) {
  const url = await window.webContents.executeJavaScript(`new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: ${size}, height: ${size} })
      canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size})
      resolve(canvas.toDataURL('image/png'))
    }
    image.onerror = () => reject(new Error('an icon cannot be drawn'))
    image.src = 'data:image/svg+xml;base64,${svg}'
  })`)
  return Buffer.from(url.split(',')[1], 'base64')
}

function failed(app) {
  return error => {
    console.error(error.message)
    app.exit(1)
  }
}
