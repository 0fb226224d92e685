import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { type MenuCommand, menuCommandSchema } from '../../../src-main/contract/desktop.ts'
import { type MenuParts, menuOf, menuTemplate } from '../../../src-main/desktop/menu-template.ts'
import { wordsIn } from '../../../src-main/desktop/words.ts'
import { catalogue, commandIds } from '../../../src-renderer/features/common/commands/catalogue.ts'
import { acceleratorOf } from '../../../src-renderer/features/desk/shell/use-menu.ts'

type Item = MenuItemConstructorOptions

const commands: readonly MenuCommand[] = commandIds.map(id => {
  const [press] = catalogue[id].keys
  return {
    id,
    label: `words of ${id}`,
    accelerator: press === undefined ? null : acceleratorOf(press, null),
    can: id !== 'go.back',
  }
})

const ran: string[] = []
const draw = (language: 'tr' | 'en', more: Partial<MenuParts> = {}) =>
  menuTemplate({
    say: wordsIn(language),
    commands,
    isMac: false,
    devTools: true,
    demoPanel: true,
    run: id => ran.push(id),
    zoom: move => ran.push(`zoom ${move}`),
    minimize: () => undefined,
    openDataFolder: () => undefined,
    openLogFolder: () => undefined,
    openDemoPanel: () => undefined,
    about: () => undefined,
    ...more,
  })

const itemsIn = (menus: readonly Item[]): Item[] => menus.flatMap(menu => (menu.submenu ?? []) as Item[])
const press = (item: Item | undefined, triggeredByAccelerator: boolean) =>
  item?.click?.({} as never, undefined, { triggeredByAccelerator } as never)

describe('the window’s menu', () => {
  it('has the same shape in both languages, and no text of one in the other', () => {
    const shape = (menus: readonly Item[]) =>
      menus.map(menu =>
        ((menu.submenu ?? []) as Item[]).map(({ id, role, type, accelerator }) => ({ id, role, type, accelerator })),
      )
    const [turkish, english] = [draw('tr'), draw('en')]
    expect(shape(turkish)).toEqual(shape(english))
    const labels = (menus: readonly Item[]) =>
      [...menus, ...itemsIn(menus)].flatMap(({ id, label }) => (label && !id ? [label] : []))
    expect(labels(turkish).filter(label => labels(english).includes(label))).toEqual([])
  })

  it('shows every command that a menu can be the way to, once', () => {
    const shown = itemsIn(draw('en')).flatMap(({ id }) => (id ? [id] : []))
    expect([...shown].sort()).toEqual(commandIds.filter(id => menuOf(id) !== null).sort())
    expect(shown.length).toBeGreaterThan(30)
  })

  it('greys what the page can’t do now', () => {
    const items = itemsIn(draw('en'))
    expect(items.find(({ id }) => id === 'go.back')?.enabled).toBe(false)
    expect(items.find(({ id }) => id === 'go.orders')?.enabled).toBe(true)
  })

  it('only shows the keys: the page acts on them, so that nothing happens twice', () => {
    for (const isMac of [true, false]) {
      const items = itemsIn(draw('en', { isMac })).filter(({ id, role }) => id !== undefined && role === undefined)
      expect(items.map(({ registerAccelerator }) => registerAccelerator)).toEqual(items.map(() => false))
      const orders = items.find(({ id }) => id === 'go.orders')
      expect(orders?.accelerator).toBe('CmdOrCtrl+1')
      ran.length = 0
      press(orders, true)
      expect(ran).toEqual([])
      press(orders, false)
      expect(ran).toEqual(['go.orders'])
    }
  })

  it('takes no bare letter on a Mac, where it would be taken from somebody who types', () => {
    const acceleratorOn = (isMac: boolean) =>
      itemsIn(draw('en', { isMac })).find(({ id }) => id === 'record.refund')?.accelerator
    expect(acceleratorOn(false)).toBe('R')
    expect(acceleratorOn(true)).toBeUndefined()
  })

  it('without a page still edits, zooms and quits, and has no empty menu', () => {
    const menus = draw('tr', { commands: [], demoPanel: false })
    expect(menus.map(({ label }) => label)).toEqual(['Dosya', 'Düzen', 'Görünüm', 'Pencere', 'Yardım'])
    for (const { submenu } of menus) expect(((submenu ?? []) as Item[]).at(0)?.type).not.toBe('separator')
  })
})

describe('a key in the menu', () => {
  it('of every delivered command is one that the contract lets through, or none', () => {
    for (const command of commands)
      expect(menuCommandSchema.safeParse(command).error?.issues, command.id).toBeUndefined()
    const keyless = commandIds.filter(
      id => catalogue[id].keys.length > 0 && commands.find(each => each.id === id)?.accelerator === null,
    )
    expect(keyless).toEqual(['window.help'])
  })

  it('is the letter that the keyboard prints there', () => {
    expect(acceleratorOf('Ctrl+KeyQ', new Map([['KeyQ', 'f']]))).toBe('CmdOrCtrl+F')
    expect(acceleratorOf('KeyI', new Map([['KeyI', 'ı']]))).toBe('I')
    // No menu can write İ; I would be the name of another key.
    const turkish = new Map([
      ['KeyI', 'ı'],
      ['Quote', 'i'],
    ])
    expect(acceleratorOf('Quote', turkish)).toBeNull()
    expect(acceleratorOf('Alt+ArrowLeft', null)).toBe('Alt+Left')
    expect(acceleratorOf('Ctrl+Shift+Tab', null)).toBe('CmdOrCtrl+Shift+Tab')
    expect(acceleratorOf('Ctrl+IntlBackslash', null)).toBeNull()
  })
})
