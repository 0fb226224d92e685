import { describe, expect, it } from 'vitest'
import { redact } from '../../../src-main/base/log.ts'
import { readArguments } from '../../../src-main/desktop/arguments.ts'
import { fileFor } from '../../../src-main/desktop/file-for.ts'
import { safeLink } from '../../../src-main/desktop/links.ts'

describe('a path asked of our own scheme', () => {
  const file = (path: string, method = 'GET') => fileFor('/root/page', { url: `app://counterside${path}`, method })

  it('is a file of the page', () => {
    expect(file('/')).toBe('/root/page/index.html')
    expect(file('/assets/a%20b.js')).toBe('/root/page/assets/a b.js')
  })

  it.each(['/..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/etc/passwd', '/a%00b', '/%E0%A4%A', '/..\\..%5c'])(
    'never leaves it: %s',
    path => {
      const found = file(path)
      expect(found === null || found.startsWith('/root/page/')).toBe(true)
    },
  )

  it('is refused for other hosts and methods', () => {
    expect(fileFor('/root/page', { url: 'app://elsewhere/index.html', method: 'GET' })).toBeNull()
    expect(file('/', 'POST')).toBeNull()
  })
})

describe('a link of the shop’s data', () => {
  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    '\\\\host\\share',
    'https://user:pass@shop.example/',
    'data:text/html,x',
    '',
    'kargo',
  ])('is not opened: %s', link => expect(safeLink(link)).toBeNull())

  it('is opened as the parser understands it', () => {
    expect(safeLink('https://kargo.example/takip?no=ç')).toBe('https://kargo.example/takip?no=%C3%A7')
  })
})

describe('the command line', () => {
  it('takes what it knows and ignores the rest', () => {
    expect(readArguments(['electron', '--no-sandbox', '.', '--demo', '--demo-orders=500', '--what'])).toEqual({
      demo: true,
      demoOrders: 500,
      demoSeed: null,
      askForKey: false,
      hidden: false,
    })
  })

  it.each(['--demo-orders=4', '--demo-orders=100001', '--demo-orders=-5', '--demo-orders=1e3', '--demo-orders='])(
    'ignores %s',
    text => {
      expect(readArguments([text]).demoOrders).toBeNull()
    },
  )
})

describe('a line for the log', () => {
  it('loses addresses, accounts, numbers and tokens', () => {
    const line = redact(
      'ayse@x.com TR330006100519786457841326 05555555555 f532e0f1a2b3c4d5e6f7a8b9c0d1e2f3 ERR_FAILED 406',
    )
    expect(line).toBe('[mail] [iban] [number] [token] ERR_FAILED 406')
  })
})
