import { describe, expect, it } from 'vitest'
import { readPastedSession, readPastedToken } from '../../../../../src-renderer/features/desk/connect/read-pasted.ts'

const session = (text: string, name = 'osessionid') => {
  const pasted = readPastedSession(text, name)
  return pasted.kind === 'found' ? pasted.value : pasted.names
}

describe('a pasted session', () => {
  it.each([
    ['abc123', 'a bare value'],
    ['  abc123 \n', 'a value with blanks'],
    ['"abc123"', 'a value in quotes'],
    ['“abc123”', 'a value in typographic quotes'],
    ['osessionid=abc123', 'name and value'],
    ['osessionid = abc123;', 'name and value with blanks'],
    ['sessionid=abc123', 'the other usual name'],
    ['Cookie: pz-locale=tr; osessionid=abc123; csrftoken=t', 'a header'],
    ['cookie: osessionid="abc123"', 'a quoted value in a header'],
    ['pz-locale=tr;osessionid=abc123', 'pairs without blanks'],
    ['Cookie:\n  a=b;\n  osessionid=abc123;\n  c=d', 'a header over lines'],
    ['GET / HTTP/1.1\r\nHost: s.example\r\nCookie: osessionid=abc123\r\nAccept: */*', 'a whole request'],
    ['Set-Cookie: a=b; Path=/\nSet-Cookie: OSESSIONID=abc123; HttpOnly; Path=/; SameSite=Lax', 'lines of an answer'],
    [
      "curl 'https://s.example/?sessionid2=x' -H 'Accept: */*' -H 'Cookie: a=b; osessionid=abc123' --compressed",
      'cURL',
    ],
    ["curl 'https://s.example/' \\\n  -b 'a=b; osessionid=abc123' \\\n  -H 'x: y'", 'cURL with -b'],
    ['curl "https://s.example/" -H "Cookie: a=b; osessionid=abc123"', 'cURL for Windows'],
    ["'osessionid': 'x', osessionid=abc123", 'the first pair that is one'],
  ])('%j: %s', text => {
    expect(session(text)).toBe('abc123')
  })

  it('goes by the name that is configured', () => {
    expect(session('osessionid=no; my-session=yes', 'my-session')).toBe('yes')
    expect(session('osessionid=no', 'my-session')).toEqual(['osessionid'])
  })

  it('keeps a value with equals signs at its end', () => {
    expect(session('YWJj==')).toBe('YWJj==')
    expect(session('osessionid=YWJj==; a=b')).toBe('YWJj==')
  })

  it.each([
    ['Cookie: csrftoken=t; pz-locale=tr', ['csrftoken', 'pz-locale']],
    ['osessionid=', ['osessionid']],
    ['Set-Cookie: a=b; Path=/; Domain=x', ['a']],
    ['mağazaya giriş yaptım', []],
    ['curl https://s.example/', []],
  ])('says what is there instead: %j', (text, names) => {
    expect(session(text)).toEqual(names)
  })
})

describe('a pasted token', () => {
  it.each([
    'k3y.T0ken-x',
    ' k3y.T0ken-x\n',
    '"k3y.T0ken-x"',
    'Token k3y.T0ken-x',
    'token: k3y.T0ken-x',
    'Bearer k3y.T0ken-x',
    'Authorization: Token k3y.T0ken-x',
    "-H 'authorization: Token k3y.T0ken-x' --compressed",
    '"Authorization: Token k3y.T0ken-x"',
    '\u200bk3y.T0ken-x\ufeff',
  ])('%j', text => {
    expect(readPastedToken(text)).toBe('k3y.T0ken-x')
  })

  it.each(['', 'Token', 'two words', 'anahtarım ş'])('is none: %j', text => {
    expect(readPastedToken(text)).toBeNull()
  })
})
