import { describe, expect, it } from 'vitest'
import { forgetAccount } from '../../../../../src-renderer/features/desk/settings/accounts-section.tsx'
import { draftStore, draftsOf } from '../../../../../src-renderer/features/request/form/drafts.ts'
import { keptInMemory } from '../../../../../src-renderer/storage/kept-store.ts'

const tabOf = (accountId: string) => ({
  accountId,
  screen: 'orders',
  id: '1',
  title: 'Ayşe Yılmaz',
  number: '1001',
  kept: true,
})
const recentOf = (accountId: string) => ({ accountId, screen: 'orders', id: '1' })

describe('an account that is removed', () => {
  it('takes along its drafts, notes, tabs and what was opened last, and nothing of another, also the last of all', async () => {
    const kept = keptInMemory()
    for (const accountId of ['a', 'ab']) {
      draftsOf(accountId, '1').select('7', true, 1)
      await kept.set(`note ${accountId} 1`, { text: 'Ayşe Hanım arayacak', at: 1 })
    }
    await kept.set('tabs', {
      tabs: [tabOf('a'), tabOf('ab')],
      closed: [
        { tab: tabOf('a'), at: 0 },
        { tab: tabOf('ab'), at: 0 },
      ],
    })
    await kept.set('recents', [recentOf('a'), recentOf('ab')])
    await forgetAccount(kept, 'a')
    expect(kept.names().toSorted()).toEqual(['note ab 1', 'recents', 'tabs'])
    expect(kept.watch('tabs').snapshot()).toEqual({ tabs: [tabOf('ab')], closed: [{ tab: tabOf('ab'), at: 0 }] })
    expect(kept.watch('recents').snapshot()).toEqual([recentOf('ab')])
    expect([draftStore.has('a 1'), draftStore.has('ab 1')]).toEqual([false, true])

    await forgetAccount(kept, 'ab')
    expect(kept.watch('tabs').snapshot()).toEqual({ tabs: [], closed: [] })
    expect(kept.watch('recents').snapshot()).toEqual([])
    expect(kept.names().toSorted()).toEqual(['recents', 'tabs'])
  })

  it('leaves a record alone that nobody can read', async () => {
    const kept = keptInMemory()
    await kept.set('tabs', 'torn')
    await forgetAccount(kept, 'a')
    expect(kept.watch('tabs').snapshot()).toBe('torn')
  })
})
