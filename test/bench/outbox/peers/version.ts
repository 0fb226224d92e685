import { readFileSync } from 'node:fs'

/** The installed version, from the package's own file. */
export function versionOf(name: string): string {
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8'),
  )
  return version
}
