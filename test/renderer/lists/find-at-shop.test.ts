import { describe, expect, it } from 'vitest'
import type { CallInput } from '../../../src-main/contract/calls.ts'
import { failed, failure, ok } from '../../../src-main/contract/failures.ts'
import { limits } from '../../../src-main/contract/limits.ts'
import { createFakeBridge } from '../fakes/fake-bridge.ts'
import { makeOrder, makePage } from '../fakes/rows.ts'
import { freshAccount, idsOf, notes, open } from './open-workspace.ts'

describe('findAtShop', () => {
  it('asks by number, keeps what came and says how many were meant', async () => {
    const asked: CallInput<'commerce.orders'>[] = []
    const bridge = createFakeBridge({
      'commerce.orders': input => {
        asked.push(input)
        return ok(makePage([makeOrder(7)]))
      },
    })
    const account = freshAccount()
    const workspace = await open(account, bridge)
    expect(await workspace.findAtShop('  #N000007 ')).toEqual(ok(1))
    expect(asked).toEqual([{ accountId: account.id, page: 1, limit: 20, filter: { search: 'N000007' } }])
    expect(idsOf(workspace)).toEqual(['7'])
    expect((await workspace.order('7'))?.value).toEqual(makeOrder(7))
    expect(workspace.orders.snapshot().asOf).toBeNull()
    expect(notes).toHaveLength(1)
    workspace.close()
    expect(idsOf(await open(account, createFakeBridge()))).toEqual(['7'])
  })

  it('never asks for a part of a text that is too long', async () => {
    const asked: unknown[] = []
    const bridge = createFakeBridge({
      'commerce.orders': input => {
        asked.push(input)
        return ok(makePage([]))
      },
    })
    const workspace = await open(freshAccount(), bridge)
    const longest = '1'.repeat(limits.shopSearch)
    expect(await workspace.findAtShop(`${longest}1`)).toMatchObject({ ok: false, failure: { kind: 'bad-input' } })
    expect(asked).toEqual([])
    expect(await workspace.findAtShop(longest)).toEqual(ok(0))
    expect(asked).toMatchObject([{ filter: { search: longest } }])
  })

  it('is not taken in by a shop that does not know the search', async () => {
    const bridge = createFakeBridge({ 'commerce.orders': () => ok(makePage([makeOrder(1), makeOrder(2)])) })
    const workspace = await open(freshAccount(), bridge)
    expect(await workspace.findAtShop('N000099')).toEqual(ok(0))
    expect(idsOf(workspace)).toEqual(['2', '1'])
  })

  it('does not call rows nobody could read "nothing found"', async () => {
    const unreadable = [{ index: 0, raw: '{"number":"N000099"}' }]
    const bridge = createFakeBridge({ 'commerce.orders': () => ok(makePage([], { unreadable })) })
    const workspace = await open(freshAccount(), bridge)
    expect(await workspace.findAtShop('N000099')).toMatchObject({ ok: false, failure: { kind: 'incompatible' } })
  })

  it('hands a failure on and keeps the list as it was', async () => {
    const bridge = createFakeBridge({ 'commerce.orders': () => failed(failure('offline')) })
    const workspace = await open(freshAccount(), bridge)
    expect(await workspace.findAtShop('N000007')).toMatchObject({ ok: false, failure: { kind: 'offline' } })
    expect(workspace.orders.snapshot()).toMatchObject({ rows: [], pull: { kind: 'idle' } })
  })
})
