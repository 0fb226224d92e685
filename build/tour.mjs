import { mkdir, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { argv } from 'node:process'
import { isEntry, root } from './command.mjs'
import { plainReporter, runPlaywright } from './playwright.mjs'
import { runEntry, say } from './tell.mjs'

/** Lets the real app do its main job against the demo shop, step by step, with a screenshot of each. */
export async function tour(args) {
  const folder = join(root, 'test-results', 'tour')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const code = await runPlaywright(['--project=tour', `--reporter=${plainReporter}`, ...args], {
    COUNTERSIDE_TOUR_DIR: folder,
  })
  say(`The screenshots are in ${relative(process.cwd(), folder) || '.'}.`)
  return code
}

if (isEntry(import.meta.url)) await runEntry(() => tour(argv.slice(2)))
