import { describe, expect, it } from 'vitest'
import { fetchThroughProxy, type Wire } from '../../../src-main/akinon/electron-wire.ts'
import { type Passage, ProxyDoor, type ProxyPlace } from '../../../src-main/akinon/proxy-door.ts'
import type { AskingProxy } from '../../../src-main/contract/accounts.ts'

const shop = 'https://s.example/users/orders/'
const office: ProxyPlace = { host: 'proxy.example', port: 8080, realm: 'Office' }
const good = { host: office.host, port: office.port, user: 'deniz', password: 'right' }

interface Way {
  /** Null: no proxy in between. */
  place: ProxyPlace | null
  password: string
  /** What happens instead of an answer. */
  broken: string | null
}

/** A proxy that takes one password, and the door in front of it. */
function parts(change: Partial<Way> = {}) {
  const way: Way = { place: office, password: 'right', broken: null, ...change }
  const tries: string[] = []
  const asked: AskingProxy[] = []
  const door = new ProxyDoor<object>({
    tryProxy: async (_session, url, answer): Promise<Passage> => {
      await Promise.resolve()
      if (way.broken !== null) return { kind: 'unknown', code: way.broken }
      if (way.place === null) return { kind: 'through' }
      const given = answer(way.place)
      tries.push(`${new URL(url).origin} ${given?.password ?? '-'}`)
      return given?.password === way.password ? { kind: 'through' } : { kind: 'asked', proxy: way.place, given }
    },
    onAsked: proxy => asked.push(proxy),
  })
  return { way, tries, asked, door }
}

describe('a proxy that wants a sign-in', () => {
  it('costs nothing where nobody was refused', async () => {
    const { door, tries } = parts()
    await door.pass({}, shop)
    expect(tries).toEqual([])
    expect(door.asking).toBeNull()
  })

  it('is asked for once, however many sessions and requests it refuses', async () => {
    const { door, asked } = parts()
    const [one, other] = [{}, {}]
    const through = await Promise.all([one, one, one, other].map(session => door.refused(session, shop)))
    await door.refused(one, shop)
    expect(through).toEqual([false, false, false, false])
    expect(asked).toEqual([{ ...office, hasRefused: false }])
    expect(door.asking).toEqual({ ...office, hasRefused: false })
  })

  it('refuses a wrong password, which is not kept', async () => {
    const { door, tries } = parts()
    await door.refused({}, shop)
    expect(await door.signIn({ ...good, password: 'wrong' })).toMatchObject({ kind: 'asked' })
    tries.length = 0
    await door.pass({}, shop)
    expect(tries).toEqual([])
    expect(door.asking).not.toBeNull()
  })

  it('lets every session through once the right one was given, each by one try for each shop', async () => {
    const { door, tries, asked } = parts()
    const met = {}
    await door.refused(met, shop)
    expect(await door.signIn(good)).toEqual({ kind: 'through' })
    expect(door.asking).toBeNull()
    tries.length = 0
    const later = {}
    await Promise.all([door.pass(later, shop), door.pass(later, shop)])
    await door.pass(later, 'https://s.example/current_user/')
    await door.pass(later, 'https://other.example/')
    await door.pass(met, shop)
    expect(tries).toEqual(['https://s.example right', 'https://other.example right', 'https://s.example right'])
    expect(asked).toHaveLength(1)
  })

  it('is told to a session again that it refused after all', async () => {
    const { door, tries } = parts()
    const session = {}
    await door.refused(session, shop)
    await door.signIn(good)
    await door.pass(session, shop)
    tries.length = 0
    door.forget(session, shop)
    await door.pass(session, shop)
    expect(await door.refused(session, shop)).toBe(true)
    expect(tries).toEqual(['https://s.example right', 'https://s.example right'])
  })

  it('asks again, with words, when it takes another password from now on; then no more', async () => {
    const { door, way, asked } = parts()
    const session = {}
    await door.refused(session, shop)
    await door.signIn(good)
    way.password = 'new'
    expect(await door.refused(session, shop)).toBe(false)
    expect(await door.refused({}, shop)).toBe(false)
    expect(asked.slice(1)).toEqual([{ ...office, hasRefused: true }])
    expect(door.asking?.hasRefused).toBe(true)
    expect(await door.signIn({ ...good, password: 'new' })).toEqual({ kind: 'through' })
    expect(await door.refused(session, shop)).toBe(true)
  })

  it('is never given what was typed for another one', async () => {
    const { door, way, tries, asked } = parts()
    await door.refused({}, shop)
    way.place = { host: 'else.example', port: 3128, realm: '' }
    expect(await door.signIn({ ...good, host: 'else.example', port: 3128 })).toEqual({ kind: 'unknown', code: null })
    await door.signIn(good)
    await door.pass({}, shop)
    expect(tries.slice(1).every(line => line.endsWith(' -'))).toBe(true)
    expect(asked.at(-1)).toMatchObject({ host: 'else.example', hasRefused: false })
  })

  it('keeps nothing when it could not be reached, and holds no request back', async () => {
    const { door, way, tries } = parts()
    const session = {}
    await door.refused(session, shop)
    way.broken = 'ERR_PROXY_CONNECTION_FAILED'
    expect(await door.signIn(good)).toEqual({ kind: 'unknown', code: 'ERR_PROXY_CONNECTION_FAILED' })
    way.broken = null
    await door.signIn(good)
    way.broken = 'ERR_TIMED_OUT'
    await door.pass(session, shop)
    way.broken = null
    tries.length = 0
    await door.pass(session, shop)
    expect(tries).toEqual(['https://s.example right'])
  })
})

describe('a request that the proxy refuses', () => {
  /** A wire whose proxy refuses the first request, and is open for the second or not. */
  const wireWith = (isOpen: boolean) => {
    const log: string[] = []
    const wire: Wire = {
      passProxy: async () => void log.push('pass'),
      isThroughNow: async () => {
        log.push('refused')
        return isOpen
      },
      closeAllConnections: () => Promise.resolve(),
      fetch: async (_url, init) => {
        log.push(init?.method ?? 'GET')
        return new Response('{}', { status: log.includes('refused') ? 200 : 407 })
      },
    }
    return { log, fetch: fetchThroughProxy(wire) }
  }

  it('is read once more when the way is open now', async () => {
    const { log, fetch } = wireWith(true)
    expect((await fetch(shop)).status).toBe(200)
    expect(log).toEqual(['pass', 'GET', 'refused', 'GET'])
  })

  it('stays refused when it is not, and a POST is never sent twice', async () => {
    const closed = wireWith(false)
    expect((await closed.fetch(shop)).status).toBe(407)
    expect(closed.log).toEqual(['pass', 'GET', 'refused'])
    const post = wireWith(true)
    expect((await post.fetch(shop, { method: 'POST', body: '{}' })).status).toBe(407)
    expect(post.log).toEqual(['pass', 'POST', 'refused'])
  })
})
