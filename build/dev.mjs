import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { argv } from 'node:process'
import { root, runTool } from './command.mjs'
import { setUp } from './setup.mjs'
import { developmentFlags } from './start.mjs'
import { runEntry } from './tell.mjs'

/** The app with hot reload: a change of the page shows at once, a change of main starts the app anew. */
await runEntry(async () => {
  const { env } = await setUp({ build: false })
  // What is built here is for this run: the next start builds anew.
  await rm(join(root, 'out', '.stamp'), { force: true })
  const app = [...developmentFlags(), '--demo', ...argv.slice(2)]
  const { code } = await runTool('electron-vite', ['dev', '--watch', '--sourcemap', '--', ...app], { env })
  return code
})
