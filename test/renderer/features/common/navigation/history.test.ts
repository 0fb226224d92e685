import { describe, expect, it } from 'vitest'
import {
  firstState,
  maxPast,
  navigate,
  openIn,
  type Place,
  stepBack,
  stepForward,
  trailFrom,
  visit,
} from '../../../../../src-renderer/features/common/navigation/navigation-state.ts'

const at = (id: string | null, accountId = 'a'): Place => ({ screen: 'orders', accountId, id })
const always = () => true

describe('the trail', () => {
  it('leads back and forward again, with the account', () => {
    const trail = visit(visit(trailFrom(at(null)), at('1')), at('2', 'b'))
    const back = stepBack(trail, always)
    expect(back?.now).toEqual(at('1'))
    expect(back && stepForward(back, always)?.now).toEqual(at('2', 'b'))
  })

  it('forgets what was ahead once somebody goes elsewhere', () => {
    const back = stepBack(visit(trailFrom(at('1')), at('2')), always)
    const elsewhere = back && visit(back, at('3'))
    expect(elsewhere && stepForward(elsewhere, always)).toBeNull()
  })

  it('counts the same place once', () => {
    const trail = trailFrom(at('1'))
    expect(visit(trail, at('1'))).toBe(trail)
  })

  it('passes over places whose account is gone', () => {
    const trail = visit(visit(trailFrom(at('1')), at('2', 'gone')), at('3'))
    const back = stepBack(trail, ({ accountId }) => accountId !== 'gone')
    expect(back?.now).toEqual(at('1'))
    expect(stepBack(trail, () => false)).toBeNull()
  })

  it('keeps a bounded way back, the newest part of it', () => {
    let trail = trailFrom(at('0'))
    for (let n = 1; n <= maxPast + 5; n += 1) trail = visit(trail, at(String(n)))
    expect(trail.past).toHaveLength(maxPast)
    expect(trail.past[0]).toEqual(at('5'))
  })
})

describe('what is open', () => {
  const opened = navigate(firstState('orders', 'a'), { kind: 'open', place: at('1'), line: null })

  it('belongs to the account: another one shows none of it', () => {
    const other = navigate(opened, { kind: 'account', accountId: 'b' })
    expect(openIn(other, 'b', 'orders')).toBeNull()
    expect(other.trail.now).toEqual(at(null, 'b'))
    expect(navigate(other, { kind: 'account', accountId: 'a' }).trail.now).toEqual(at('1'))
  })

  it('is open again after another screen, and after a step back to it', () => {
    const settings = navigate(opened, { kind: 'go', screen: 'settings', accountId: null })
    expect(navigate(settings, { kind: 'go', screen: 'orders', accountId: 'a' }).trail.now).toEqual(at('1'))
    const closed = navigate(opened, { kind: 'open', place: at(null), line: null })
    const trail = stepBack(closed.trail, always)
    expect(openIn(navigate(closed, { kind: 'trail', trail: trail ?? closed.trail }), 'a', 'orders')).toBe('1')
  })

  it('is forgotten only where that very record is open', () => {
    expect(navigate(opened, { kind: 'forget', place: at('2') })).toBe(opened)
    expect(openIn(navigate(opened, { kind: 'forget', place: at('1') }), 'a', 'orders')).toBeNull()
  })
})
