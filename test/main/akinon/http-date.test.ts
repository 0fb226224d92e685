import { expect, it } from 'vitest'
import { readHttpDate } from '../../../src-main/akinon/header-times.ts'

it.each([
  ['Sun, 06 Nov 1994 08:49:37 GMT', '1994-11-06T08:49:37Z'],
  ['Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06T08:49:37Z'],
  ['Sun Nov  6 08:49:37 1994', '1994-11-06T08:49:37Z'],
  ['Wed, 21-Oct-2026 07:28:00 GMT', '2026-10-21T07:28:00Z'],
  ['Thursday, 22-Oct-26 07:28:00 GMT', '2026-10-22T07:28:00Z'],
  ['Thu, 29 Feb 2024 00:00:00 GMT', '2024-02-29T00:00:00Z'],
])('reads %s', (text, iso) => {
  expect(readHttpDate(text)).toBe(Date.parse(iso))
})

it.each([
  ...['', '0', '-1', '5', '1767225610', 'soon', 'tomorrow 12:00:00', '2026-01-01T00:00:10Z', '01.01.2026 00:00:10'],
  ...['Mon, 30 Feb 2026 00:00:00 GMT', 'Mon, 32 Jan 2026 00:00:00 GMT', 'Mon, 01 Jan 2026 24:00:00 GMT'],
  ...['Mon, 01 Jan 2026 10:61:00 GMT', 'Mon, 01 Jan 1600 00:00:00 GMT', 'Mon, 01 Foo 2026 00:00:00 GMT', 'Jan 5'],
])('does not guess %j', text => {
  expect(readHttpDate(text)).toBeNull()
})
