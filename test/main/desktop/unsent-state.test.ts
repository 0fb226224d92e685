import { describe, expect, it } from 'vitest'
import { markOf, stateLines } from '../../../src-main/desktop/unsent-state.ts'
import { wordsIn } from '../../../src-main/desktop/words.ts'

const say = (unsent: number, needYou: number) =>
  (['en', 'tr'] as const).map(language => stateLines({ unsent, needYou }, wordsIn(language)))

describe('what tray and badge say', () => {
  it('counts what waits for somebody apart from what goes by itself', () => {
    expect(say(0, 0)).toEqual([['Everything is sent'], ['Tüm talepler gönderildi']])
    expect(say(3, 0)).toEqual([['3 requests are unsent'], ['3 talep gönderilmedi']])
    expect(say(1, 1)).toEqual([['1 request needs your decision'], ['1 talep kararınızı bekliyor']])
    expect(say(5, 2)).toEqual([
      ['2 requests need your decision', '3 requests are unsent'],
      ['2 talep kararınızı bekliyor', '3 talep gönderilmedi'],
    ])
  })

  it('marks the icon by what matters more', () => {
    expect([
      markOf({ unsent: 0, needYou: 0 }),
      markOf({ unsent: 2, needYou: 0 }),
      markOf({ unsent: 2, needYou: 1 }),
    ]).toEqual(['none', 'unsent', 'needs-you'])
  })
})
