import type { Host } from '../../../src-renderer/app/host.ts'

export interface FakeHost extends Host {
  readonly focus: () => void
  readonly network: (online: boolean) => void
  /** Moves the clock and runs what `every` was asked for, once for each interval that passed. */
  readonly pass: (ms: number) => void
  readonly hide: (hidden: boolean) => void
  /** Listeners and intervals that were not taken back. */
  readonly open: () => number
}

/** A window whose clock, focus and network the test decides. */
export function createFakeHost(): FakeHost {
  let time = 1_000_000
  let visible = true
  let online = true
  const focus = new Set<() => void>()
  const network = new Set<(online: boolean) => void>()
  const intervals = new Set<{ ms: number; next: number; work: () => void }>()
  const keep = <T>(all: Set<T>, one: T): (() => void) => {
    all.add(one)
    return () => {
      all.delete(one)
    }
  }
  return {
    onFocus: listener => keep(focus, listener),
    onNetwork: listener => keep(network, listener),
    isOnline: () => online,
    isVisible: () => visible,
    every: (ms, work) => keep(intervals, { ms, next: time + ms, work }),
    now: () => time,
    focus: () => {
      for (const listener of focus) listener()
    },
    network: next => {
      online = next
      for (const listener of network) listener(next)
    },
    pass: ms => {
      time += ms
      for (const interval of intervals) {
        for (; interval.next <= time; interval.next += interval.ms) interval.work()
      }
    },
    hide: hidden => {
      visible = !hidden
    },
    open: () => focus.size + network.size + intervals.size,
  }
}
