import { readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

const screens = 'src-renderer'

const filesOf = async (folder: string, ending: RegExp): Promise<readonly (readonly [string, string])[]> => {
  const names = (await readdir(folder, { recursive: true })).filter(name => ending.test(name))
  return Promise.all(names.map(async name => [name, await readFile(`${folder}/${name}`, 'utf8')] as const))
}

const holding = async (folder: string, ending: RegExp, fault: RegExp): Promise<readonly string[]> =>
  (await filesOf(folder, ending)).filter(([, text]) => fault.test(text)).map(([name]) => name)

it('no field cuts what is typed or pasted: a limit is said beside it', async () => {
  expect(await holding(screens, /\.tsx$/, /maxLength/)).toEqual([])
})

it('no field is a native number field, which the wheel changes', async () => {
  expect(await holding(screens, /\.tsx$/, /type=["{'`]+number/)).toEqual([])
})

it('no field for a day or a time is a native one, which writes it in the order of the system', async () => {
  const native = /(?<!\[)type=["{'`]+(?:date|datetime-local|month|week|time)\b/
  expect(await holding(screens, /\.tsx$/, native)).toEqual([])
})

it('the limits of what a person types stand in one place', async () => {
  const typed = ['accounts.ts', 'commands.ts', 'order-filter.ts', 'vault.ts']
  const files = (await filesOf('src-main/contract', /\.ts$/)).filter(([name]) => typed.includes(name))
  expect(files).toHaveLength(typed.length)
  const bare = files.flatMap(([name, text]) =>
    [...text.matchAll(/^.*z\.string\(\)[^\n]*\.max\(\d[\d_]*\).*$/gm)].map(([line]) => `${name}: ${line.trim()}`),
  )
  // Dates and statuses come from choices, never from a keyboard.
  expect(bare.filter(line => !/date|start|status/.test(line))).toEqual([])
})
