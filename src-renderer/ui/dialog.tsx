import { type ReactNode, useEffect, useId, useRef } from 'react'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly wide?: boolean
  /** The content brings its own scrolling and its own foot. */
  readonly flush?: boolean
  /** Stands near the top with nothing around its content, its title heard and not seen; a press beside it closes it. */
  readonly bare?: boolean
  /** Holds nothing to press: its scrolling takes focus instead. */
  readonly isText?: boolean
  readonly testId?: string
}

/** A native modal dialog: focus stays inside, Esc closes, focus returns to where it was. */
export const Dialog = (props: DialogProps) => {
  const { title, onClose, children, footer, wide = false, flush = false, bare = false, isText = false, testId } = props
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
      className={`dialog${wide ? ' dialog-wide' : ''}${bare ? ' dialog-bare' : ''}`}
      aria-labelledby={titleId}
      data-testid={testId}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={event => {
        if (bare && event.target === event.currentTarget) onClose()
      }}
    >
      <div className={bare ? 'sr-only' : 'dialog-head'}>
        <h2 id={titleId}>{title}</h2>
      </div>
      {/* What scrolls must be reachable by keys. */}
      <div className={flush ? 'dialog-flush' : 'dialog-body'} tabIndex={isText ? 0 : undefined}>
        {children}
      </div>
      {footer ? <div className="dialog-foot">{footer}</div> : null}
    </dialog>
  )
}
