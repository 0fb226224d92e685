import { type ReactNode, useEffect, useId, useRef } from 'react'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly wide?: boolean
  /** The content brings its own scrolling and its own foot. */
  readonly flush?: boolean
  readonly testId?: string
}

/** A native modal dialog: focus stays inside, Esc closes, focus returns to where it was. */
export const Dialog = ({ title, onClose, children, footer, wide = false, flush = false, testId }: DialogProps) => {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) dialog.showModal()
    // Chromium would begin with a scrolling box; people begin with the first thing to fill in or press.
    dialog?.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
    return () => dialog?.close()
  }, [])

  return (
    <dialog
      ref={ref}
      className={`dialog${wide ? ' dialog-wide' : ''}`}
      aria-labelledby={titleId}
      data-testid={testId}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
      </div>
      <div className={flush ? 'dialog-flush' : 'dialog-body'}>{children}</div>
      {footer ? <div className="dialog-foot">{footer}</div> : null}
    </dialog>
  )
}
