import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root, runTool } from './command.mjs'
import { playwrightHere } from './playwright.mjs'
import { drawSeed } from './seed.mjs'
import { setUp } from './setup.mjs'
import { explain, runEntry, say } from './tell.mjs'
import { closingLine, countExit, countPlaywright, countVitest, sumCounts } from './test-counts.mjs'

const reports = join(root, 'test-results', 'reports')
const steps = [
  ['Lint', lint],
  ['Types', types],
  ['Unit and contract tests', unit],
  ['End-to-end and fault tests', endToEnd],
]

/** Sets up and runs every check; a failing one does not stop the next. The last line holds the counts. */
async function test() {
  const counts = []
  drawSeed()
  try {
    const { env } = await setUp()
    for (const [title, step] of steps) counts.push(await attempt(title, () => step(env)))
  } catch (error) {
    say(`counterside: ${explain(error)}`)
    counts.push(countExit(1))
  }
  const total = sumCounts(counts)
  await new Promise(resolve => process.stdout.write(`${closingLine(total)}\n`, resolve))
  return total.failed > 0 || total.passed === 0 ? 1 : 0
}

async function attempt(title, step) {
  const startedAt = Date.now()
  say(`\n== ${title}`)
  const counts = await step().catch(error => {
    say(`counterside: ${explain(error)}`)
    return countExit(1)
  })
  say(`== ${title}: ${closingLine(counts)} in ${Math.round((Date.now() - startedAt) / 1000)} s`)
  return counts
}

async function lint(env) {
  const { code } = await runTool('biome', ['ci', '.'], { env })
  return countExit(code)
}

async function types(env) {
  let worst = 0
  for (const part of ['main', 'renderer', 'test']) {
    const { code } = await runTool('tsc', ['-p', `tsconfig.${part}.json`], { env })
    worst = Math.max(worst, code)
  }
  return countExit(worst)
}

async function unit(env) {
  const file = await freshReport('vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await runTool('vitest', args, { env })
  return countVitest(await readReport(file), code)
}

async function endToEnd(env) {
  const file = await freshReport('playwright.json')
  const args = ['--project=e2e', '--project=faults', '--reporter=list,json']
  const code = await playwrightHere(args, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file })
  return countPlaywright(await readReport(file), code)
}

// Removed beforehand: the report of an earlier run must never be counted.
async function freshReport(name) {
  await mkdir(reports, { recursive: true })
  const file = join(reports, name)
  await rm(file, { force: true })
  return file
}

async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}

await runEntry(test)
