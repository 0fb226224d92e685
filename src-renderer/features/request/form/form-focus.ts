import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { useCommand, useCommandKeys } from '../../common/commands/commands.tsx'
import { isOneOf } from '../../common/commands/keys.ts'

type Step = 'edit' | 'review'

interface FormKeys {
  readonly form: RefObject<HTMLFormElement | null>
  readonly step: Step
  readonly onStep: (step: Step) => void
}

const isLostOrIn = (form: HTMLElement | null): boolean =>
  document.activeElement === null ||
  document.activeElement === document.body ||
  form?.contains(document.activeElement) === true ||
  form?.closest('.request-panel') === document.activeElement

/** What is wrong comes first; else the button that goes on. */
const focusStep = (form: HTMLElement | null): void => {
  const place = form?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? form?.querySelector('[type="submit"]')
  if (place instanceof HTMLElement) place.focus()
}

/** Focus goes along with the step of the form, unless it is busy elsewhere. */
const useFocusWithStep = (form: RefObject<HTMLFormElement | null>, step: Step): void => {
  const before = useRef(step)
  useEffect(() => {
    if (before.current !== step && isLostOrIn(form.current)) focusStep(form.current)
    before.current = step
  }, [form, step])
}

/** Review and send by key, from any field; Esc goes one step back. Returns the form's own key handler. */
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

/** After a look at the form that found something wrong. */
export const focusProblem = (form: HTMLElement | null): void => {
  requestAnimationFrame(() => focusStep(form))
}

const fields = 'select:enabled, textarea:enabled, input:enabled:not([type="checkbox"])'

/** The first field that is still empty, else the button that goes on. */
const focusForm = (form: ParentNode | null | undefined): void => {
  const all = [...(form?.querySelectorAll<HTMLInputElement>(fields) ?? [])]
  const place = all.find(field => field.value === '') ?? form?.querySelector<HTMLElement>('[type="submit"]')
  place?.focus()
}

/** The form of the record on the screen, which may only be drawn with the next frame. */
export const focusRequestForm = (): void => {
  requestAnimationFrame(() => focusForm(document.querySelector('.request-panel .request-steps')))
}
