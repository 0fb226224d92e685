/**
 * Ways to break the outbox that a test must notice, each one line of the product changed. `find` must occur exactly
 * once in its file: a mutant that no longer fits fails the run, so that this list stays true.
 */

const outbox = 'src-renderer/outbox'
const property = 'test/renderer/outbox/outbox.property.test.ts'

export const mutants = [
  {
    name: 'resends after a 5xx',
    file: 'src-main/akinon/classify.ts',
    find: "    case 'server-error':\n      return 'unknown'",
    put: "    case 'server-error':\n      return 'not-sent'",
    tests: ['test/main/akinon/classify.test.ts', 'test/main/akinon/writes.test.ts'],
  },
  {
    name: 'keeps a row that was written after its form was told "not saved"',
    file: `${outbox}/entry-store.ts`,
    find: 'const isSaved = (entry: Entry) => !unsaved.has(entry.id) && !isTakenBack(entry)',
    put: 'const isSaved = (entry: Entry) => !unsaved.has(entry.id) || true',
    tests: ['test/renderer/outbox/many-entries.test.ts'],
  },
  {
    name: 'forgets to take back what the ledger refused once',
    file: `${outbox}/entry-store.ts`,
    find: 'await this.#takeBack(unsaved.map(({ entry }) => entry).filter(entry => !isTakenBack(entry)))',
    put: 'void unsaved',
    tests: ['test/renderer/outbox/many-entries.test.ts'],
  },
  {
    name: 'removes the entry before it is sent',
    file: `${outbox}/entry-store.ts`,
    find: '    this.#remember(after)\n    this.#changed(true)\n    // Main writes',
    put: "    this.#remember(after)\n    if (event.type === 'send-started') await this.#parts.table.remove([id])\n    this.#changed(true)\n    // Main writes",
    tests: [property],
  },
  {
    name: 'sends in the order of the clock',
    file: `${outbox}/scheduler.ts`,
    find: '.sort((a, b) => a.seq - b.seq)) {\n    const lane',
    put: '.sort((a, b) => a.createdAt - b.createdAt)) {\n    const lane',
    tests: [property],
  },
  {
    name: 'drops the entry on a 401',
    file: `${outbox}/machine.ts`,
    find: "      const attempts = withEnd(entry, 'not-sent', outcome.failure, at.now)\n",
    put: "      const attempts = withEnd(entry, 'not-sent', outcome.failure, at.now)\n      if (outcome.failure.kind === 'signed-out') return { ...entry, attempts, state: 'DROPPED', nextAt: null }\n",
    tests: [property],
  },
  {
    name: 'adopts any request of the item',
    file: `${outbox}/evidence.ts`,
    find: '      !before.has(row.id),\n',
    put: '      row.id !== undefined,\n',
    tests: [property],
  },
  {
    name: 'takes whatever the shop says it has already for ours',
    file: `${outbox}/evidence.ts`,
    find: '  if (contradicts(only, payload) || (echo && contradictsFurther(only, payload)))\n',
    put: '  if (contradicts(only, payload) && !echo)\n',
    tests: ['test/renderer/outbox/decisions.test.ts', 'test/renderer/outbox/answer-lost.test.ts'],
  },
  {
    name: 'lets a second owner through the fence',
    file: 'src-main/ledger/outbox-ledger.ts',
    find: 'const isNew = !this.#claims.has(keyOf(send)) &&',
    put: 'const isNew =',
    tests: ['test/main/ledger/second-attempt.test.ts'],
  },
  {
    name: 'puts what was being sent back into the queue at the start',
    file: `${outbox}/machine.ts`,
    find: "    case 'found-at-start':\n      return toUnknown(entry, null, at)",
    put: "    case 'found-at-start':\n      return { ...entry, state: 'QUEUED', nextAt: null }",
    tests: [property],
  },
  {
    name: 'believes in absence after one read',
    file: `${outbox}/timings.ts`,
    find: '  absentReads: 3,',
    put: '  absentReads: 1,',
    tests: [property],
  },
  {
    name: 'keeps one line for all items',
    file: `${outbox}/scheduler.ts`,
    find: 'const lane = JSON.stringify([entry.accountId, entry.orderItem])',
    put: 'const lane = entry.accountId',
    tests: ['test/renderer/outbox/decisions.test.ts', 'test/renderer/outbox/user-steps.test.ts'],
  },
  {
    name: 'takes the status from the text of a message',
    file: 'src-main/akinon/classify.ts',
    find: 'kind: why.code === alreadyRequested ?',
    put: 'kind: why.errors.some(error => /zaten|already/i.test(error.text)) ?',
    tests: ['test/main/akinon/classify.test.ts', 'test/main/akinon/writes.test.ts'],
  },
  {
    name: 'clears the outbox with the caches',
    file: 'src-renderer/storage/account-db.ts',
    find: 'Dexie.delete(cacheNameOf(accountId))',
    put: "Dexie.delete(cacheNameOf(accountId)).then(() => Dexie.delete('counterside-outbox'))",
    tests: ['test/renderer/storage/outbox-untouched.test.ts'],
  },
  {
    name: 'stores the CSRF token',
    file: 'src-main/akinon/send-requests.ts',
    find: 'isStale ? await withNewToken(wire, post, url) : first, wire',
    put: "isStale\n    ? await withNewToken(wire, post, url)\n    : first.map(one => (one.kind === 'confirmed' ? one : { ...one, failure: { ...one.failure, code: had } })), wire",
    tests: ['test/main/akinon/no-secret-stored.test.ts'],
  },
  {
    name: 'sends a line of a refused bulk call at once',
    file: `${outbox}/timings.ts`,
    find: '  refusedReads: 3,',
    put: '  refusedReads: 0,',
    tests: [property],
  },
  {
    name: 'starts from a list that was read before the last send',
    file: `${outbox}/reads.ts`,
    find: 'return age >= 0 && age < this.#youngMs && isAfter ? read : null',
    put: 'return age >= 0 && age < this.#youngMs && isAfter !== null ? read : null',
    tests: [property, 'test/renderer/outbox/shared-lists.test.ts'],
  },
]
