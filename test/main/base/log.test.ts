import { afterEach, describe, expect, it } from 'vitest'
import { firstFrame, logRejection, setLogSink } from '../../../src-main/base/log.ts'

const typed = 'İade at Kadıköy, Ayşe Yılmaz'
const lines: string[] = []

afterEach(() => {
  lines.length = 0
  setLogSink(() => undefined)
})

describe('what is logged of an error', () => {
  it.each([typed, `bad\n    at ${typed}`, `at once\n  at 5 pm at the counter`])(
    'is where it came up, and nothing of its message: %j',
    message => {
      setLogSink((_, line) => lines.push(line))
      logRejection(new Error(message))
      expect(lines).toHaveLength(1)
      expect(lines[0]).toContain('log.test.ts')
      for (const word of ['Kad', 'Ayşe', '5 pm', 'counter']) expect(lines[0]).not.toContain(word)
    },
  )

  it('is its name alone where there is no stack', () => {
    const error = new Error(typed)
    delete error.stack
    expect(firstFrame(error)).toBe('')
  })
})
