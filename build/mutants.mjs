import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mutants } from '../test/mutants/mutants.mjs'
import { root } from './command.mjs'

/** Breaks a copy of the product in one named way after the other, and sees its tests fail. */

const copied = [
  'src-main',
  'src-renderer',
  'test',
  'build/seed.mjs',
  'package.json',
  'vitest.config.ts',
  'tsconfig.base.json',
]

const folder = mkdtempSync(join(tmpdir(), 'counterside-mutants-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true })
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))

const runTests = tests => {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const run = spawnSync(process.execPath, [vitest, 'run', ...tests], {
    cwd: folder,
    env: { ...process.env, CI: '1' },
    encoding: 'utf8',
  })
  return { passed: run.status === 0, ran: /Tests\s/.test(run.stdout), why: firstFailure(run.stdout + run.stderr) }
}

const firstFailure = output => {
  const found = /(?:AssertionError|Error): ([^\n]{1,110})/.exec(output)
  return found?.[1] ?? ''
}

let killed = 0
let failed = 0
const tell = (ok, name, why) => {
  if (ok) killed += 1
  else failed += 1
  console.log(`${ok ? 'killed  ' : 'SURVIVED'} ${name}${why ? ` (${why})` : ''}`)
}

const whole = runTests([...new Set(mutants.flatMap(mutant => mutant.tests))])
if (!whole.passed) {
  console.log(`The tests fail without any mutant: ${whole.why}`)
  process.exit(1)
}
for (const { name, file, find, put, tests } of mutants) {
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  if (text.split(find).length !== 2) {
    tell(false, name, `no longer fits ${file}`)
    continue
  }
  writeFileSync(
    path,
    text.replace(find, () => put),
  )
  const { passed, ran, why } = runTests(tests)
  writeFileSync(path, text)
  tell(!passed && ran, name, why)
}
console.log(`${killed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
