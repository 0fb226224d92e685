import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepLinkSchema } from '../../../src-main/contract/desktop.ts'
import { LinkDoor, linkIn, linkScheme, readLink } from '../../../src-main/desktop/links.ts'
import { seedOfRun } from '../../seed.ts'

/** A script without types. */
const load = (path: string): Promise<unknown> => import(path)

const refusedText = (link: string) => {
  const read = readLink(link)
  return read.kind === 'refused' ? read.text : null
}

describe('a link into the app', () => {
  it.each([
    ['counterside://order/2025123456789012', '2025123456789012'],
    ['counterside://order/d4d10357bbf314b0', 'd4d10357bbf314b0'],
    ['counterside://order/ORD-2024-001234/', 'ORD-2024-001234'],
    ['COUNTERSIDE://ORDER/00012', '00012'],
    ['counterside://order/A%2F12%20b', 'A/12 b'],
    ['counterside://order/%C5%9EB-7', 'ŞB-7'],
  ])('%s asks for its order', (link, number) => {
    expect(readLink(link)).toEqual({ kind: 'order', number })
  })

  it.each([
    'counterside://order/',
    'counterside://order',
    'counterside:order/123',
    'counterside://orders/123',
    'counterside://request/123',
    'counterside://user@order/123',
    'counterside://order:80/123',
    'counterside://order/123/cancel',
    'counterside://order/123?refund=1',
    'counterside://order/123#x',
    'counterside://order/123&a=1',
    'counterside://order/..',
    'counterside://order/--',
    'counterside://order/%20123',
    'counterside://order/%00',
    'counterside://order/12%0a3',
    'counterside://order/12%E2%80%AE3',
    'counterside://order/%3Cscript%3E',
    'counterside://order/%C5',
    'counterside://order/%zz',
    'counterside://order/12 3',
    `counterside://order/${'1'.repeat(129)}`,
    `counterside://order/${'%31'.repeat(5000)}`,
    'https://order/123',
    'app://counterside/index.html',
    ' counterside://order/123',
    'counterside://order/123\n',
    '',
  ])('%j opens nothing', link => {
    expect(readLink(link).kind).toBe('refused')
  })

  it('is shown without signs that hide or turn what is written', () => {
    expect(refusedText('counterside://x/\u202e\u0007\u2028y')).toBe('counterside://x/\uFFFD\uFFFD\uFFFDy')
    expect(refusedText(`counterside://${'x'.repeat(9000)}`)).toHaveLength(80)
  })

  it('of any text never throws, and gives what the page may be told', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }).map(text => `counterside://order/${text}`),
      fc
        .string({ unit: 'binary' })
        .map(text => `counterside://order/${encodeURIComponent(text.replace(/\p{Cs}/gu, ''))}`),
      fc.webUrl().map(url => url.replace(/^https?/, 'counterside')),
    )
    fc.assert(
      fc.property(texts, text => {
        const link = readLink(text)
        expect(deepLinkSchema.parse(link)).toEqual(link)
        if (link.kind === 'order') expect(link.number).not.toMatch(/[\p{C}<>"'`;|&$\\]|^\s|\s$/u)
      }),
      { numRuns: 2000, seed: seedOfRun() },
    )
  })

  it('for every number of the shop leads back to it', () => {
    const numbers = fc.stringMatching(/^[A-Za-z0-9ĞÜŞİÖÇ](?:[A-Za-z0-9ğüşıöç._/ -]{0,60}[A-Za-z0-9])?$/)
    fc.assert(
      fc.property(numbers, number => {
        const link = `counterside://order/${encodeURIComponent(number)}`
        expect(readLink(link)).toEqual({ kind: 'order', number })
      }),
      { seed: seedOfRun() },
    )
  })
})

describe('a command line', () => {
  it('gives its first link, whatever stands around it', () => {
    expect(linkIn(['counterside', '--hidden', 'Counterside://order/1', 'counterside://order/2'])).toBe(
      'Counterside://order/1',
    )
    expect(linkIn(['/opt/counterside/counterside', '--demo', 'app://counterside/'])).toBeNull()
  })
})

describe('the door for links', () => {
  it('keeps what came before the page until it is asked, and gives it once', () => {
    let arrivals = 0
    const door = new LinkDoor(() => {
      arrivals += 1
    })
    door.arriveOn(['counterside', '--demo'])
    door.arriveOn(['counterside', 'counterside://order/12'])
    door.arrive('counterside://elsewhere/')
    expect(arrivals).toBe(2)
    expect(door.take().map(({ kind }) => kind)).toEqual(['order', 'refused'])
    expect(door.take()).toEqual([])
  })

  it('holds no more than the last five', () => {
    const door = new LinkDoor(() => undefined)
    for (let n = 1; n <= 50; n += 1) door.arrive(`counterside://order/${n}`)
    expect(door.take()).toEqual([46, 47, 48, 49, 50].map(n => ({ kind: 'order', number: String(n) })))
  })
})

describe('an installed copy', () => {
  it('takes links of the scheme that is read here', async () => {
    const { default: config } = (await load('../../../build/electron-builder.config.mjs')) as {
      default: { protocols: readonly { schemes: readonly string[] }[] }
    }
    expect(config.protocols.flatMap(({ schemes }) => schemes)).toEqual([linkScheme])
  })
})
