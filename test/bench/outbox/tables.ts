import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Client } from './client.ts'
import type { Drained } from './drain.ts'
import type { Score } from './score.ts'

const document = fileURLToPath(new URL('../../../docs/outbox-compared.md', import.meta.url))

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
const rule = (columns: number): string => row('---', ...Array.from({ length: columns - 1 }, () => '--:'))
const inSeconds = (ms: number | null): string => (ms === null ? 'never' : (ms / 1000).toFixed(1))

export function scoreTable(clients: readonly Client[], scores: readonly Score[]): string {
  const head = row(
    'client',
    'lost',
    'duplicated',
    'stuck',
    'silently ended',
    'left to a person',
    'told wrongly',
    'POSTs an intent',
    'drained after, s',
  )
  const lines = clients.flatMap(({ name, version }, index) => {
    const score = scores[index]
    if (!score) return []
    const { lost, duplicated, stuck, silentlyEnded, leftToPerson, toldWrongly, postsPerIntent, drainMs } = score
    const counts = [lost, duplicated, stuck, silentlyEnded, leftToPerson, toldWrongly]
    return row(`${name} (${version})`, ...counts, postsPerIntent.toFixed(2), inSeconds(drainMs))
  })
  return [head, rule(9), ...lines].join('\n')
}

export function setups(clients: readonly Client[]): string {
  return clients.map(({ name, version, setup }) => `**${name}** ${version}\n\n\`\`\`ts\n${setup}\n\`\`\``).join('\n\n')
}

export function drainTable(count: number, latencyMs: number, [posts, looks, ours]: readonly Drained[]): string {
  const line = (name: string, drained: Drained | undefined) => {
    if (!drained || !posts) return []
    const { ms, calls, mostOnWire } = drained
    return row(name, (ms / 1000).toFixed(1), calls, mostOnWire, (ms / posts.ms).toFixed(2))
  }
  return [
    row(`${count} entries, ${latencyMs} ms a call`, 's', 'calls', 'most at once', 'times the floor'),
    rule(5),
    line('floor: the POSTs alone, two at a time', posts),
    line('a look at the item before each POST, two at a time', looks),
    line('Counterside', ours),
  ].join('\n')
}

/** Replaces what stands between the name's two markers. Throws when the document has none. */
export async function writeBetween(name: string, text: string): Promise<void> {
  const before = await readFile(document, 'utf8')
  const [begin, end] = [`<!-- ${name}: begin -->\n`, `<!-- ${name}: end -->`]
  const from = before.indexOf(begin)
  const to = before.indexOf(end)
  if (from < 0 || to < from) throw new Error(`${document} has no place for ${name}`)
  await writeFile(document, `${before.slice(0, from + begin.length)}\n${text}\n\n${before.slice(to)}`)
}
