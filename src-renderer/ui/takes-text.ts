const noText = /^(?:checkbox|radio|button|submit|reset|file|range)$/

export type TextField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Whether a letter typed there is the field's own. A checkbox or a button takes none; a select goes to what begins with it. */
export const isTextField = (target: EventTarget | null): target is TextField =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !noText.test(target.type))

export const takesText = (target: EventTarget | null): boolean =>
  isTextField(target) || (target instanceof HTMLElement && target.isContentEditable)
