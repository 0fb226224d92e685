import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeDisk } from '../../../src-main/ledger/disk.ts'
import { Ledger } from '../../../src-main/ledger/ledger.ts'
import { factOf, type LedgerLine, readFact } from '../../../src-main/ledger/lines.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'

const writeLine = (line: LedgerLine): string => `${factOf(line).text}\n`

const intent = (attempt: number): LedgerLine => ({
  t: 'intent',
  at: 1,
  id: 'e',
  revision: 1,
  attempt,
  baselineIds: ['4'],
})

describe('a ledger whose last line was torn', () => {
  it('keeps every whole line and the next one too', async () => {
    const path = join(await temporaryFolder(), 'deep', 'outbox.ledger')
    const first = await Ledger.open(nodeDisk, path)
    await first.append(intent(1))
    await first.append(intent(2))
    await first.close()
    const { length } = await readFile(path)
    await truncate(path, length - 5)

    const second = await Ledger.open(nodeDisk, path)
    expect(second.lines).toEqual([intent(1)])
    expect(second.damagedLines).toBe(1)
    await second.append(intent(3))
    await second.close()

    const third = await Ledger.open(nodeDisk, path)
    expect(third.lines).toEqual([intent(1), intent(3)])
    await third.close()
  })

  it('is cut at every byte without losing an earlier line', async () => {
    const path = join(await temporaryFolder(), 'outbox.ledger')
    const whole = writeLine(intent(1)) + writeLine(intent(2))
    const firstEnds = writeLine(intent(1)).length
    for (let cut = firstEnds; cut < whole.length - 1; cut += 7) {
      await writeFile(path, whole.slice(0, cut))
      const ledger = await Ledger.open(nodeDisk, path)
      expect(ledger.lines).toEqual([intent(1)])
      await ledger.close()
    }
  })
})

describe('a line of the ledger', () => {
  it('is refused when any character is changed', () => {
    const line = factOf(intent(1)).text
    expect(readFact(line)?.line).toEqual(intent(1))
    for (let at = 0; at < line.length; at += 1) {
      const changed = `${line.slice(0, at)}${line[at] === '0' ? '1' : '0'}${line.slice(at + 1)}`
      expect(readFact(changed)).toBeNull()
    }
  })

  it('with a wrong checksum is counted, not obeyed', async () => {
    const path = join(await temporaryFolder(), 'outbox.ledger')
    const ledger = await Ledger.open(nodeDisk, path)
    await ledger.append(intent(1))
    await ledger.close()
    await appendFile(path, 'deadbeef {"t":"intent"}\n')
    const again = await Ledger.open(nodeDisk, path)
    expect(again.lines).toEqual([intent(1)])
    expect(again.damagedLines).toBe(1)
    await again.close()
  })

  it('keeps the order of calls made at once', async () => {
    const ledger = await Ledger.open(nodeDisk, join(await temporaryFolder(), 'outbox.ledger'))
    await Promise.all(Array.from({ length: 50 }, (_, n) => ledger.append(intent(n + 1))))
    expect(ledger.lines.map(line => line.t === 'intent' && line.attempt)).toEqual(
      Array.from({ length: 50 }, (_, n) => n + 1),
    )
    await ledger.close()
  })
})
