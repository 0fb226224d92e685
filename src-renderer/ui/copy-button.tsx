import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { copyText } from './copy-text.ts'

interface CopyButtonProps {
  readonly text: string
  readonly label: string
  /** Stands in the tooltip instead of the label. */
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
