import { expect, it } from 'vitest'
import { hasTrayHost, type TrayHostParts } from '../../../src-main/desktop/tray-host.ts'

const missing = () => Promise.reject(Object.assign(new Error('spawn'), { code: 'ENOENT' }))
const refused = () => Promise.reject(Object.assign(new Error('ServiceUnknown'), { code: 1 }))

interface Desktop {
  readonly platform?: NodeJS.Platform
  readonly env?: NodeJS.ProcessEnv
  readonly commands?: Readonly<Record<string, () => Promise<string>>>
  readonly answerMs?: number
}

const askOn = async ({ platform = 'linux', env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/b' }, ...rest }: Desktop) => {
  const asked: string[] = []
  const buses: (string | undefined)[] = []
  const parts: TrayHostParts = {
    platform,
    env,
    answerMs: rest.answerMs ?? 10_000,
    run: (command, _args, { DBUS_SESSION_BUS_ADDRESS: bus }) => {
      asked.push(command)
      buses.push(bus)
      return (rest.commands?.[command] ?? missing)()
    },
  }
  return { has: await hasTrayHost(parts), asked, buses }
}

it('a desktop that takes icons says so, by either command', async () => {
  const literal = () => Promise.resolve('   variant       boolean true\n')
  expect(await askOn({ commands: { 'dbus-send': literal } })).toMatchObject({ has: true, asked: ['dbus-send'] })
  const tuple = () => Promise.resolve('(<true>,)\n')
  expect(await askOn({ commands: { gdbus: tuple } })).toMatchObject({ has: true, asked: ['dbus-send', 'gdbus'] })
})

it('a desktop without a tray is not taken for one with a tray', async () => {
  const no = () => Promise.resolve('   variant       boolean false\n')
  expect(await askOn({ commands: { 'dbus-send': no } })).toMatchObject({ has: false })
  expect(await askOn({ commands: { 'dbus-send': refused } })).toMatchObject({ has: false, asked: ['dbus-send'] })
  expect(await askOn({})).toMatchObject({ has: false, asked: ['dbus-send', 'gdbus'] })
})

it('a bus that never answers is no tray', async () => {
  const never = () => new Promise<string>(() => undefined)
  expect(await askOn({ commands: { 'dbus-send': never }, answerMs: 1 })).toMatchObject({ has: false })
})

it('no bus is started to be asked: the usual place is tried, and without one nobody is', async () => {
  const yes = () => Promise.resolve('boolean true')
  const usual = await askOn({ env: { XDG_RUNTIME_DIR: '/run/user/1' }, commands: { 'dbus-send': yes } })
  expect(usual).toEqual({ has: true, asked: ['dbus-send'], buses: ['unix:path=/run/user/1/bus'] })
  expect(await askOn({ env: {}, commands: { 'dbus-send': yes } })).toMatchObject({ has: false, asked: [] })
})

it('Windows and macOS always have a place for the icon', async () => {
  for (const platform of ['win32', 'darwin'] as const)
    expect(await askOn({ platform, env: {} })).toMatchObject({ has: true, asked: [] })
})
