import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseJson } from '../../../src-main/akinon/json.ts'

const folder = join(import.meta.dirname, '../../fixtures/documents')

export function documentText(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

/** A documented example, through the app's own parser. */
export function documented(name: string): unknown {
  const parsed = parseJson(documentText(`${name}.json`))
  if (!parsed.ok) throw new Error(`${name} does not parse`)
  return parsed.value
}

export const documentNames: readonly string[] = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .map(name => name.slice(0, -'.json'.length))
