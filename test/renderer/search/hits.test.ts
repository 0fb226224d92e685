import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SummaryBase } from '../../../src-renderer/model/summaries.ts'
import { haystackOf } from '../../../src-renderer/search/corpus.ts'
import { hitsOf, needleOf } from '../../../src-renderer/search/hits.ts'
import { seedOfRun } from '../../seed.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'i', 'ş', '1', '2'), minLength: 1, maxLength: 6 })
const phone = fc.string({ unit: fc.constantFrom('1', '2', '3'), minLength: 10, maxLength: 10 })

const row = fc.tuple(fc.uuid(), word, fc.array(word, { maxLength: 3 }), fc.array(phone, { maxLength: 1 })).map(
  ([id, number, words, phones]): SummaryBase => ({
    id,
    number,
    at: 0,
    dateText: null,
    status: { value: null, label: null },
    amount: null,
    currency: null,
    person: null,
    haystack: haystackOf(number, words, phones),
  }),
)
const letters = fc.constantFrom('a', 'b', 'İ', 's', '1', '2', '3', ' ', '#', '+')
/** Typed on, taken back, or begun anew. */
const text = fc.array(fc.oneof(letters, fc.constantFrom('back', 'clear')), { maxLength: 25 })

it('finds the same while somebody types as when asked at once', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), text, (rows, presses) => {
      let typed = ''
      for (const press of presses) {
        typed = press === 'clear' ? '' : press === 'back' ? typed.slice(0, -1) : typed + press
        const needle = needleOf(typed)
        const again = { ...needle }
        expect(hitsOf(rows, needle).map(({ id }) => id)).toEqual(hitsOf([...rows], again).map(({ id }) => id))
      }
    }),
    { numRuns: 300, seed: seedOfRun() },
  )
})
