import { expect, it } from 'vitest'
import { readErrors } from '../../../src-main/akinon/read-errors.ts'
import { failureSchema } from '../../../src-main/contract/failures.ts'

const whole = (text: string) => ({ field: null, text })

it.each([
  [
    { non_field_errors: 'text', error_code: 'cancellation_request_100_8' },
    [whole('text')],
    'cancellation_request_100_8',
  ],
  [{ non_field_errors: ['a', 'b'], code: 'invalid' }, [whole('a'), whole('b')], 'invalid'],
  [{ quantity: 'too many' }, [{ field: 'quantity', text: 'too many' }], null],
  [{ quantity: ['too many'], code: 'max' }, [{ field: 'quantity', text: 'too many' }], 'max'],
  [{ detail: 'Not found.', code: 'not_found' }, [whole('Not found.')], 'not_found'],
  [{ detail: { message: 'No.', code: 'permission_denied' } }, [whole('No.')], 'permission_denied'],
  [{ error: 'mapped' }, [whole('mapped')], null],
  [{ error: { reason: ['unknown'] } }, [{ field: 'reason', text: 'unknown' }], null],
  [['a', 'b'], [whole('a'), whole('b')], null],
  ['text', [whole('text')], null],
  [
    { cancel_order_items: [{}, { quantity: ['Fazla'], reason: { id: ['Yok'] } }] },
    [
      { field: 'cancel_order_items.1.quantity', text: 'Fazla' },
      { field: 'cancel_order_items.1.reason.id', text: 'Yok' },
    ],
    null,
  ],
  [[{ order_item: 'x' }], [{ field: '0.order_item', text: 'x' }], null],
  [
    { quantity: 3, is_x: false, none: null, blank: ' ' },
    [
      { field: 'quantity', text: '3' },
      { field: 'is_x', text: 'false' },
    ],
    null,
  ],
  [{ code: ['Wrong code.'] }, [{ field: 'code', text: 'Wrong code.' }], null],
  [{ code: 'Kod hatalı, yeniden deneyin' }, [{ field: 'code', text: 'Kod hatalı, yeniden deneyin' }], null],
  [{ error_code: 100 }, [], '100'],
  [null, [], null],
  [{}, [], null],
])('reads %j', (body, errors, code) => {
  expect(readErrors(body)).toEqual({ errors, code })
})

it('stays within the bounds of the contract', () => {
  const deep = Array.from({ length: 50 }).reduce<object>(inner => ({ deeper: inner }), { text: 'x' })
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`f${n}`, ['x'.repeat(5000)]]))
  for (const body of [deep, many, { ['k'.repeat(9000)]: 'x' }, { code: 'c'.repeat(201) }]) {
    const parsed = failureSchema.safeParse({ kind: 'rejected', status: 400, retryAfterMs: null, ...readErrors(body) })
    expect(parsed.error).toBeUndefined()
  }
  expect(readErrors(many).errors.length).toBe(100)
})
