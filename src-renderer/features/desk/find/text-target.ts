import { isTextField, type TextField } from '../../../ui/takes-text.ts'

/** Sets a field's value as a person would: React hears of it. */
const put = (field: TextField, value: string): void => {
  if (field.value === value) return
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set
  setter?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  if (field instanceof HTMLSelectElement) field.dispatchEvent(new Event('change', { bubbles: true }))
}

/** Remembers the field that keys go into; the function puts it back as it was. Null when keys go into no field. */
export const rememberField = (target: EventTarget | null): (() => void) | null => {
  if (!isTextField(target)) return null
  const { value } = target
  if (target instanceof HTMLSelectElement) return () => put(target, value)
  const { selectionStart: start, selectionEnd: end } = target
  return () => {
    put(target, value)
    // Number and date fields know no selection.
    if (start !== null && end !== null) target.setSelectionRange(start, end)
  }
}
