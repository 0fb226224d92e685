import { argv } from 'node:process'
import { runPlaywright } from './playwright.mjs'
import { runEntry } from './tell.mjs'

await runEntry(() => runPlaywright(['--project=e2e', '--project=faults', ...argv.slice(2)]))
