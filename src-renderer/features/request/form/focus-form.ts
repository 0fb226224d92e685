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
