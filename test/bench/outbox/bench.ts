import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from './client.ts'
import { counterside } from './counterside.ts'
import { type Drained, drainQueue, lookAndPost, postsOnly, timed, type Work } from './drain.ts'
import { play } from './play.ts'
import { type Score, score } from './score.ts'
import { makeScript, type Script } from './script.ts'
import { drainTable, scoreTable, setups, writeBetween } from './tables.ts'

const seed = 20_261
const patienceMs = 60_000
const drainCount = 1000
const drainLatencyMs = 50

const peers = ['offline-transactions', 'query', 'redux-offline', 'p-retry']

/**
 * The script against every client and the drain of a long queue; prints the tables. `faults` or `drain` runs one part,
 * `--write` puts the tables into the document as well.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const parts = args.filter(arg => !arg.startsWith('-'))
  const isWanted = (part: string) => parts.length === 0 || parts.includes(part)
  const give = async (name: string, text: string) => {
    process.stdout.write(`\n${text}\n`)
    if (args.includes('--write')) await writeBetween(name, text)
  }
  process.stdout.write(`seed ${seed}, Node ${process.version}, ${cpus().length} cores\n`)
  if (isWanted('faults')) {
    const clients = await allClients()
    const script = makeScript(seed)
    await give('setups', setups(clients))
    await give('without-guard', scoreTable(clients, await playAll(clients, script, false)))
    await give('with-guard', scoreTable(clients, await playAll(clients, script, true)))
  }
  if (isWanted('drain')) await give('drain', drainTable(drainCount, drainLatencyMs, await drainAll()))
}

async function allClients(): Promise<Client[]> {
  const loaded = peers.map(async name => {
    // By a computed address: these files need packages that only this bench installs.
    const { client }: { readonly client: Client } = await import(new URL(`./peers/${name}.ts`, import.meta.url).href)
    return client
  })
  return [counterside, ...(await Promise.all(loaded))]
}

/** One at a time: they share the machine. */
async function playAll(clients: readonly Client[], script: Script, guard: boolean): Promise<Score[]> {
  const scores: Score[] = []
  for (const client of clients) {
    process.stderr.write(`${client.name}${guard ? ', with the guard' : ''}…\n`)
    scores.push(
      await inFolder(folder =>
        quietly(async () => score(script, await play(client, script, { guard, folder, patienceMs }))),
      ),
    )
  }
  return scores
}

async function drainAll(): Promise<readonly Drained[]> {
  const run = (work: (folder: string, onStart: () => void) => Work): Promise<Drained> =>
    inFolder(folder => timed(drainCount, drainLatencyMs, folder, onStart => work(folder, onStart)))
  return [await run(() => postsOnly), await run(() => lookAndPost), await run(drainQueue)]
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'counterside-outbox-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Some peers narrate on the console, and reject promises that nobody can hold. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { console: kept } = globalThis
  const ignore = () => undefined
  globalThis.console = new Proxy(kept, { get: () => ignore })
  process.on('unhandledRejection', ignore)
  try {
    return await work()
  } finally {
    process.off('unhandledRejection', ignore)
    globalThis.console = kept
  }
}
