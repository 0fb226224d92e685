import { argv } from 'node:process'
import { plainReporter, runPlaywright } from './playwright.mjs'
import { runEntry } from './tell.mjs'

await runEntry(() => runPlaywright(['--project=bench', `--reporter=${plainReporter}`, ...argv.slice(2)]))
