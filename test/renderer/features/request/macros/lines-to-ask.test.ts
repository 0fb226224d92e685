import { describe, expect, it } from 'vitest'
import { linesToAsk, type PossibleLine } from '../../../../../src-renderer/features/request/macros/lines-to-ask.ts'
import { item } from '../../../fakes/screen-rows.ts'

const line = (id: string, ...types: readonly ('cancel' | 'refund')[]): PossibleLine => ({
  item: item(id),
  eligibility: { types, whyNot: types.length > 0 ? null : { code: 'on-the-way' } },
})
const ask = (lines: readonly PossibleLine[], chosen: readonly string[] = [], focused?: string) => {
  const asked = linesToAsk({ lines, chosen: new Set(chosen), focused }, 'cancel')
  if (asked.kind === 'take') return asked.lines.map(each => each.item.id)
  return asked.kind === 'which' ? [asked.kind, ...asked.items] : asked.kind
}
const three = [line('1', 'cancel'), line('2', 'refund'), line('3', 'cancel', 'refund')]

describe('a request by key', () => {
  it('takes the chosen lines when every one allows it', () => {
    expect(ask(three, ['1', '3'])).toEqual(['1', '3'])
    expect(ask(three, ['1', '2'])).toBe('not-for-chosen')
    expect(ask(three, ['1', 'gone'])).toBe('not-for-chosen')
    expect(ask(three, ['2'])).toBe('not-allowed')
  })

  it('takes nothing that nobody chose: of several lines it asks which', () => {
    expect(ask(three)).toEqual(['which', '1', '3'])
    expect(ask([line('1', 'cancel'), line('2')])).toEqual(['which', '1'])
    expect(ask([line('1', 'refund'), line('2')])).toBe('none-allows')
    expect(ask([])).toBe('none-allows')
  })

  it('takes the line that has the focus, and says why where it can’t', () => {
    expect(ask(three, [], '3')).toEqual(['3'])
    expect(ask(three, [], '2')).toBe('not-allowed')
    expect(ask(three, ['1'], '3')).toEqual(['1'])
  })

  it('takes the only line there is', () => {
    expect(ask([line('1', 'cancel')])).toEqual(['1'])
    expect(ask([line('1', 'refund')])).toBe('not-allowed')
    expect(ask([line('1')])).toBe('not-allowed')
  })
})
