import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { useCommand, useCommandKeys } from '../../common/commands/commands.tsx'
import { isOneOf } from '../../common/commands/keys.ts'

type FormStep = 'edit' | 'review'

interface FormKeys {
  readonly form: RefObject<HTMLFormElement | null>
  readonly step: FormStep
  readonly onStep: (step: FormStep) => void
}

const isLostOrIn = (form: HTMLElement | null): boolean =>
  document.activeElement === null ||
  document.activeElement === document.body ||
  form?.contains(document.activeElement) === true ||
  form?.closest('.request-panel') === document.activeElement

/** Focuses the first invalid field, else the submit button. */
const focusStep = (form: HTMLElement | null): void => {
  const place = form?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? form?.querySelector('[type="submit"]')
  if (place instanceof HTMLElement) place.focus()
}

/** Moves the focus when the step changes, unless the focus is outside the form. */
const useFocusWithStep = (form: RefObject<HTMLFormElement | null>, step: FormStep): void => {
  const before = useRef(step)
  useEffect(() => {
    if (before.current !== step && isLostOrIn(form.current)) focusStep(form.current)
    before.current = step
  }, [form, step])
}

/** Keys to review and send from any field; Esc goes one step back. Returns the form's key handler. */
export const useFormKeys = ({ form, step, onStep }: FormKeys) => {
  const keys = useCommandKeys('request.review')
  useCommand('request.review', () => form.current?.requestSubmit())
  useCommand('list.leave', () => onStep('edit'), step === 'review')
  useFocusWithStep(form, step)

  const onEscape = (event: KeyboardEvent<HTMLFormElement>) => {
    const panel = event.currentTarget.closest<HTMLElement>('.request-panel')
    if (step === 'edit' && panel === null) return
    event.preventDefault()
    if (step === 'review') onStep('edit')
    else panel?.focus()
  }
  return (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.nativeEvent.isComposing) return
    // A key held down would review and send in one go.
    if (event.repeat && event.key === 'Enter' && !(event.target instanceof HTMLTextAreaElement)) event.preventDefault()
    else if (event.key === 'Escape') onEscape(event)
    else if (!event.repeat && isOneOf(event.nativeEvent, keys)) {
      event.preventDefault()
      event.currentTarget.requestSubmit()
    }
  }
}

/** Focuses the first invalid field after a failed check. */
export const focusProblem = (form: HTMLElement | null): void => {
  requestAnimationFrame(() => focusStep(form))
}

const fields = 'select:enabled, textarea:enabled, input:enabled:not([type="checkbox"])'

/** Focuses the first empty field, else the submit button. */
const focusForm = (form: ParentNode | null | undefined): void => {
  const all = [...(form?.querySelectorAll<HTMLInputElement>(fields) ?? [])]
  const place = all.find(field => field.value === '') ?? form?.querySelector<HTMLElement>('[type="submit"]')
  place?.focus()
}

/** Focuses the form of the record on the screen. Waits one frame, because the form may not be rendered yet. */
export const focusRequestForm = (): void => {
  requestAnimationFrame(() => focusForm(document.querySelector('.request-panel .request-steps')))
}
