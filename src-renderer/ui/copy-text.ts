import { withoutTurning } from '../model/direction.ts'

/**
 * What is copied goes into forms, messages and searches: signs that turn text, unseen there, are left behind.
 *
 * The clipboard API asks for a permission that this app denies to itself; a selection and the copy command need none.
 */
export const copyText = (text: string): boolean => {
  const area = document.createElement('textarea')
  area.value = withoutTurning(text)
  area.setAttribute('readonly', '')
  area.className = 'sr-only'
  // What is hidden does not wrap, and is copied as one line.
  area.style.whiteSpace = 'pre'
  const host = document.activeElement?.closest('dialog') ?? document.body
  const before = document.activeElement
  host.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus()
  return copied
}
