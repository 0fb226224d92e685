import { describe, expect, it } from 'vitest'
import type { CancellationType } from '../../../../../src-main/contract/commands.ts'
import { limits } from '../../../../../src-main/contract/limits.ts'
import { emptyForm, type RequestForm } from '../../../../../src-renderer/features/request/form/form.ts'
import { RequestFields } from '../../../../../src-renderer/features/request/form/request-fields.tsx'
import { MacroEditor } from '../../../../../src-renderer/features/request/macros/macro-editor.tsx'
import { WordingEditor } from '../../../../../src-renderer/features/request/tell/sentence-pane.tsx'
import { draw, words } from '../../../fakes/draw.tsx'
import { customer } from '../../../fakes/screen-rows.ts'

const nothing = () => undefined

const formOf = (type: CancellationType, more: Partial<RequestForm>, language: 'tr' | 'en' = 'en') =>
  draw(
    <RequestFields
      form={{ ...emptyForm, type, ...more }}
      choices={{
        types: [type],
        reasons: [],
        reasonList: { account: customer, isRead: true, pull: { kind: 'idle' }, read: nothing },
        companies: [],
        addresses: [],
        payWay: 'transfer',
        customerName: 'Elif Yılmaz',
      }}
      problems={{}}
      failure={null}
      onChange={nothing}
    />,
    [],
    language,
  )

const text = (length: number) => 'x'.repeat(length)
const wording = (length: number) =>
  draw(<WordingEditor language="tr" first={text(length)} isOwn onSave={nothing} onCancel={nothing} />)
const macro = (name: number, note: number) =>
  draw(
    <MacroEditor
      macro={{ id: 'm', name: text(name), type: 'cancel', reason: null, note: text(note) }}
      others={[]}
      reasons={[]}
      onSave={nothing}
      onClose={nothing}
    />,
  )

/** Each field with a limit, drawn with a text of this length. */
const fields: readonly (readonly [name: string, most: number, draw: (length: number) => string])[] = [
  ['description', limits.description, length => formOf('refund', { description: text(length) })],
  ['description of a cancellation', limits.description, length => formOf('cancel', { description: text(length) })],
  ['holder', limits.holderName, length => formOf('cancel', { holderName: text(length) })],
  ['IBAN', limits.iban, length => formOf('refund', { iban: text(length) })],
  ['wording', limits.wording, wording],
  ['name of a macro', limits.macroName, length => macro(length, 0)],
  ['note of a macro', limits.description, length => macro(1, length)],
]

describe('a field with a limit', () => {
  it.each(fields)('says what is left and what is too much: %s', (_name, most, drawn) => {
    expect(drawn(Math.floor(most / 2))).not.toMatch(/characters? (?:left|too long)/)
    expect(drawn(most)).toContain(`0 characters left of ${most.toLocaleString('en-GB')}.`)
    const over = drawn(most + 2)
    expect(over).toContain(`2 characters too long: shorten it to ${most.toLocaleString('en-GB')} at most.`)
    expect(over).toContain('aria-invalid="true"')
  })

  it('says it in Turkish as well', () => {
    expect(formOf('cancel', { holderName: text(201) }, 'tr')).toContain('1 karakter fazla: en çok 200 karakter')
  })
})

describe('where the money goes', () => {
  it('is asked for both kinds of request, led by how the order was paid', () => {
    for (const type of ['cancel', 'refund'] as const) {
      const html = formOf(type, {})
      for (const id of ['request-iban', 'request-holder-name', 'request-loyalty']) expect(html).toContain(`"${id}"`)
      expect(html).toContain(words.en.t('form.payWay.transfer'))
      expect(html).not.toContain('request-iban-override')
    }
  })

  it('says beside the fields that it can’t go to two places, and offers the customer as the holder', () => {
    const iban = 'TR33 0006 1005 1978 6457 8413 26'
    expect(formOf('cancel', { iban, loyalty: true })).toContain('data-testid="request-paid-twice"')
    expect(formOf('cancel', { iban })).not.toContain('request-paid-twice')
    expect(formOf('cancel', { iban })).toContain('Use the customer’s name: Elif Yılmaz')
    expect(formOf('cancel', { iban, holderName: 'Elif' })).not.toContain('request-holder-offer')
    expect(formOf('cancel', { iban: 'TR34' })).toContain('request-iban-override')
  })
})
