import { describe, expect, it } from 'vitest'
import { DraftStore } from '../../../../../src-renderer/features/request/form/drafts.ts'
import { applyMacro } from '../../../../../src-renderer/features/request/macros/apply-macro.ts'
import {
  type Macro,
  macroProblems,
  noteFrom,
  reasonOf,
} from '../../../../../src-renderer/features/request/macros/macros.ts'
import { entry, item, order, reason } from '../../../fakes/screen-rows.ts'

const macro = (more: Partial<Macro> = {}): Macro => ({
  id: 'm1',
  name: 'Beden değişti',
  type: 'refund',
  reason: { id: '7', text: 'Beden uymadı' },
  note: '{orderNumber}: {customerName}',
  ...more,
})
const sizes = (id: string, subject: string) => reason(id, { subject, cancellation_type: 'refund', translations: {} })

const apply = (more: Partial<Parameters<typeof applyMacro>[0]>) => {
  const store = new DraftStore(() => 'id')
  const outcome = applyMacro({
    macro: macro(),
    order: order([
      item('1', { is_refundable: true, is_cancellable: false, quantity: '3' }),
      item('2', { is_refundable: false, is_cancellable: true }),
    ]),
    entries: new Map(),
    chosen: new Set(),
    drafts: {
      selectOnly: quantities => store.selectOnly('k', quantities),
      setForm: change => store.setForm('k', change),
      setStep: step => store.setStep('k', step),
    },
    reasonId: '7',
    valuesFor: () => ({ orderNumber: '27', customerName: null }),
    ...more,
  })
  return { outcome, draft: store.get('k') }
}

describe('a macro', () => {
  it('takes the chosen lines, fills in, and stops before the review', () => {
    const { outcome, draft } = apply({ chosen: new Set(['1']) })
    expect(outcome).toEqual({ kind: 'filled', holes: ['customerName'], reasonMissing: false })
    expect([...draft.lines]).toEqual([['1', { id: 'id', quantity: 3 }]])
    expect(draft.form).toMatchObject({ type: 'refund', reason: '7', description: '27:' })
    expect(draft.step).toBe('edit')
  })

  it('takes a lone line by itself, and of several none that nobody chose', () => {
    const lone = order([item('1', { is_refundable: true })])
    expect([...apply({ order: lone }).draft.lines.keys()]).toEqual(['1'])
    const several = order([item('1', { is_refundable: true }), item('2', { is_refundable: true })])
    const { outcome, draft } = apply({ order: several })
    expect(outcome).toEqual({ kind: 'which-lines' })
    expect([draft.lines.size, draft.form.description]).toEqual([0, ''])
  })

  it('changes nothing when a chosen line does not allow it', () => {
    const { outcome, draft } = apply({ chosen: new Set(['1', '2']) })
    expect(outcome).toEqual({ kind: 'does-not-fit' })
    expect(draft.lines.size).toBe(0)
  })

  it('leaves out a line that a request is under way for', () => {
    const { outcome } = apply({ entries: new Map([['1', [entry('e', 'QUEUED')]]]), focused: '1' })
    expect(outcome).toEqual({ kind: 'does-not-fit' })
  })

  it('says when the shop has not got its reason', () => {
    const { outcome, draft } = apply({ reasonId: null, focused: '1' })
    expect(outcome).toMatchObject({ reasonMissing: true })
    expect(draft.form.reason).toBe('')
  })

  it('finds its reason in another shop by its words, never by an id that means something else there', () => {
    expect(reasonOf(macro(), [sizes('7', 'Hasarlı ürün'), sizes('12', 'BEDEN UYMADI')])?.id).toBe('12')
    expect(reasonOf(macro(), [sizes('7', 'Hasarlı ürün')])).toBeNull()
  })

  it('is kept only with a name of its own and variables that exist', () => {
    expect(macroProblems(macro({ name: ' ' }), []).name).toBe('nameMissing')
    expect(macroProblems(macro({ id: 'm2', name: 'beden DEĞİŞTİ' }), [macro()]).name).toBe('nameTaken')
    expect(macroProblems(macro({ note: '{iban} {today}' }), []).note).toEqual(['iban'])
  })

  it('is made from what was typed: this order becomes variables', () => {
    const values = {
      customerName: 'Işıl Yağcıoğlu',
      orderNumber: '2754298138423807',
      orderDate: null,
      productNames: null,
      shopName: 'Demo',
      today: '22 Kasım 2026',
    }
    expect(noteFrom('Demo: 2754298138423807, Işıl Yağcıoğlu aradı.', values)).toBe(
      '{shopName}: {orderNumber}, {customerName} aradı.',
    )
  })
})
