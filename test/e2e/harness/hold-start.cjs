// Loaded into the app before its own code. The runner can miss a window that opens while it attaches, and then waits for
// it for ever; so the app learns that it is ready only when the runner has attached and calls this, as it always does.
const { app } = require('electron')

const ready = app.whenReady()
let letGo = () => undefined
const attached = new Promise(resolve => {
  letGo = resolve
})
app.whenReady = () => attached.then(() => ready)
globalThis.__playwright_run = () => letGo()
