import { rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { argv } from 'node:process'
import { root } from './command.mjs'
import { plainReporter, runPlaywright } from './playwright.mjs'
import { runEntry, say } from './tell.mjs'

// Every screen in both languages and both themes, from the real app in the middle of a working day.
await runEntry(async () => {
  const folder = join(root, 'test-results', 'screens')
  await rm(folder, { recursive: true, force: true })
  const code = await runPlaywright(['--project=screens', `--reporter=${plainReporter}`, ...argv.slice(2)], {
    COUNTERSIDE_SCREENS_DIR: folder,
  })
  say(`The screenshots are in ${relative(process.cwd(), folder) || '.'}.`)
  return code
})
