import { expect, test } from '@playwright/test'
import { phaseOf } from '../../src-main/akinon/classify.ts'
import { type BreakingServer, breakHttp1, breakHttp2, http1Ways, http2Ways } from './writer-app/breaking-servers.ts'
import { type Driven, startWriterApp } from './writer-app/driver.ts'
import type { Posted } from './writer-app/main.ts'

const rounds = 10
let driven: Driven

test.beforeAll(async () => {
  driven = await startWriterApp()
})
test.afterAll(() => driven.close())

async function postOn(kind: 'plain' | 'writer', server: BreakingServer, path: string): Promise<Posted> {
  const ask = { kind, warm: `${server.baseUrl}/warm`, url: server.baseUrl + path }
  return driven.app.evaluate(async (_, { kind, warm, url }) => {
    const { writerApp } = globalThis
    if (!writerApp) throw new Error('the app is not up')
    await writerApp.warm(kind, warm)
    return writerApp.post(kind, url)
  }, ask)
}

/** How many POSTs the server saw in each round. */
async function count(kind: 'plain' | 'writer', server: BreakingServer) {
  const seen: number[] = []
  const codes = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    const path = `/${kind}-${round}`
    const { status, code } = await postOn(kind, server, path)
    codes.add(code ?? String(status))
    seen.push(server.posts.get(path) ?? 0)
  }
  return { seen, codes: [...codes], warm: server.wasWarm }
}

function defineTest(name: string, start: () => Promise<BreakingServer>) {
  test(`a POST on a warm connection is sent once: ${name}`, async () => {
    const server = await start()
    try {
      const control = await count('plain', server)
      const ours = await count('writer', server)
      const report = `bare fetch ${control.seen.join(' ')} (${control.codes}); writer ${ours.seen.join(' ')} (${ours.codes})`
      test.info().annotations.push({ type: 'POSTs at the server', description: report })
      process.stdout.write(`  ${name}: ${report}\n`)
      // The control shows that this server provokes a repeat; whether Chromium still repeats is its own affair.
      expect(Math.min(...control.seen)).toBeGreaterThanOrEqual(1)
      expect([...control.warm].some(([path, isWarm]) => path.startsWith('/plain') && isWarm)).toBe(true)
      expect(ours.seen, report).toEqual(Array(rounds).fill(1))
      // What broke must never read as proof that nothing was sent.
      expect(ours.codes.map(code => phaseOf(code))).toEqual(ours.codes.map(() => 'open'))
    } finally {
      server.stop()
    }
  })
}

for (const way of http1Ways) defineTest(`HTTP/1.1, ${way}`, () => breakHttp1(way))
for (const way of http2Ways) defineTest(`HTTP/2, ${way}`, () => breakHttp2(way))
