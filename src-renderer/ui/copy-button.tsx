import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './button.tsx'

/** The clipboard API asks for a permission that this app denies to itself; a selection and the copy command need none. */
const copyText = (text: string): boolean => {
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('readonly', '')
  area.className = 'sr-only'
  const host = document.activeElement?.closest('dialog') ?? document.body
  const before = document.activeElement
  host.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus()
  return copied
}

interface CopyButtonProps {
  readonly text: string
  readonly label: string
  readonly doneLabel: string
}

export const CopyButton = ({ text, label, doneLabel }: CopyButtonProps) => {
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
        title={label}
        onClick={() => setDone(copyText(text))}
      />
      <span className="sr-only" role="status">
        {done ? doneLabel : ''}
      </span>
    </>
  )
}
