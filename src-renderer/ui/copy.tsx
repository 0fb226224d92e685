import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { withoutTurning } from '../model/direction.ts'
import { Button } from './button.tsx'

interface CopyButtonProps {
  readonly text: string
  readonly label: string
  /** The tooltip, if it is not the label. */
  readonly title?: string
  readonly doneLabel: string
}

export const CopyButton = ({ text, label, title = label, doneLabel }: CopyButtonProps) => {
  const [done, setDone] = useState(false)
  useEffect(() => {
    if (!done) return
    const timer = setTimeout(() => setDone(false), 1600)
    return () => clearTimeout(timer)
  }, [done])
  return (
    <>
      <Button
        variant="ghost"
        small
        icon={done ? Check : Copy}
        aria-label={label}
        title={title}
        onClick={() => setDone(copyText(text))}
      />
      <span className="sr-only" role="status">
        {done ? doneLabel : ''}
      </span>
    </>
  )
}

/**
 * Copies a text without direction signs, which would go unseen into forms, messages and searches.
 *
 * The clipboard API needs a permission that this app denies itself. A selection and the copy command need none.
 */
export const copyText = (text: string): boolean => {
  const area = document.createElement('textarea')
  area.value = withoutTurning(text)
  area.setAttribute('readonly', '')
  area.className = 'sr-only'
  // Without it the hidden text would be copied as one line.
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
