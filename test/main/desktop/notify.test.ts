import { beforeEach, describe, expect, it } from 'vitest'
import { Notifier } from '../../../src-main/desktop/notify.ts'

/** The system's notices, as many as were shown. */
class SystemNotice {
  static supported = true
  static shown: SystemNotice[] = []
  static isSupported(): boolean {
    return SystemNotice.supported
  }
  readonly words: { title: string; body: string }
  readonly #listeners = new Map<string, () => void>()

  constructor(words: { title: string; body: string }) {
    this.words = words
  }
  on(event: 'click' | 'close', listener: () => void): void {
    this.#listeners.set(event, listener)
  }
  show(): void {
    SystemNotice.shown.push(this)
  }
  close(): void {
    SystemNotice.shown = SystemNotice.shown.filter(one => one !== this)
  }
  click(): void {
    this.#listeners.get('click')?.()
  }
}

const wish = { wanted: true, watched: false }
const opened: (string | null)[] = []
const notifier = new Notifier({
  notices: SystemNotice,
  isWanted: () => wish.wanted,
  isWatched: () => wish.watched,
  onClick: entryId => opened.push(entryId),
})
const tell = (entryId: string | null = 'e1') => notifier.show({ title: 'Taken', body: '123 · Lamp', entryId })

beforeEach(() => {
  Object.assign(wish, { wanted: true, watched: false })
  SystemNotice.supported = true
  SystemNotice.shown = []
  opened.length = 0
})

describe('a notice of the system', () => {
  it('says what it was given, and a click leads to its entry', () => {
    tell()
    tell(null)
    expect(SystemNotice.shown.map(one => one.words)).toEqual([
      { title: 'Taken', body: '123 · Lamp' },
      { title: 'Taken', body: '123 · Lamp' },
    ])
    SystemNotice.shown[1]?.click()
    SystemNotice.shown[0]?.click()
    expect(opened).toEqual([null, 'e1'])
  })

  it('takes the place of an earlier one about the same entry, which no longer holds', () => {
    tell('e1')
    tell('e2')
    notifier.show({ title: 'Refused', body: '123 · Lamp', entryId: 'e1' })
    expect(SystemNotice.shown.map(one => one.words.title)).toEqual(['Taken', 'Refused'])
    wish.watched = true
    tell('e1')
    expect(SystemNotice.shown.map(one => one.words.title)).toEqual(['Taken'])
  })

  it('is not shown to somebody who looks at the window', () => {
    wish.watched = true
    tell()
    expect(SystemNotice.shown).toEqual([])
    wish.watched = false
    tell()
    expect(SystemNotice.shown).toHaveLength(1)
  })

  it('is not shown to somebody who wants none, nor where there are none', () => {
    wish.wanted = false
    tell()
    expect(notifier.standing).toBe('off')
    wish.wanted = true
    expect(notifier.standing).toBe('on')
    SystemNotice.supported = false
    tell()
    expect(notifier.standing).toBe('unsupported')
    expect(SystemNotice.shown).toEqual([])
  })
})
