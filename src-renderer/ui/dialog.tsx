import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react'
import { Button } from './button.tsx'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly wide?: boolean
  /** The content has its own scrolling and footer. */
  readonly flush?: boolean
  /** Near the top, without a frame, with a hidden title. A press beside it closes it. */
  readonly bare?: boolean
  /** Has no controls, so its scrolling part takes the focus. */
  readonly isText?: boolean
  readonly testId?: string
}

/** A native modal dialog: focus stays inside, Esc closes it, and then focus returns to where it was. */
export const Dialog = (props: DialogProps) => {
  const { title, onClose, children, footer, wide = false, flush = false, bare = false, isText = false, testId } = props
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) dialog.showModal()
    // Chromium would focus a scrolling box, but people begin with the first control.
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
      {/* A scrolling part must be reachable by keys. */}
      <div className={flush ? 'dialog-flush' : 'dialog-body'} tabIndex={isText ? 0 : undefined}>
        {children}
      </div>
      {footer ? <div className="dialog-foot">{footer}</div> : null}
    </dialog>
  )
}

interface ConfirmProps {
  readonly title: string
  readonly children: ReactNode
  readonly confirm: string
  readonly cancel: string
  readonly danger?: boolean
  readonly busy?: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

export const Confirm = ({
  title,
  children,
  confirm,
  cancel,
  danger = false,
  busy,
  onConfirm,
  onCancel,
}: ConfirmProps) => (
  <Dialog
    title={title}
    testId="confirm-dialog"
    onClose={onCancel}
    footer={
      <>
        <Button testId="confirm-no" onClick={onCancel}>
          {cancel}
        </Button>
        <Button testId="confirm-yes" variant={danger ? 'danger' : 'primary'} busy={busy ?? false} onClick={onConfirm}>
          {confirm}
        </Button>
      </>
    }
  >
    {children}
  </Dialog>
)

const kept = new Map<string, unknown>()

/**
 * The text typed in a dialog. After Esc it is there when the dialog opens again, until it is saved or cancelled
 * (`forget`). `key` names the dialog and its subject; the text lasts as long as the page.
 */
export const useTyped = <T,>(key: string, initial: T) => {
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : initial))
  const type = useCallback(
    (change: (before: T) => T) =>
      setValue(before => {
        const next = change(before)
        kept.set(key, next)
        return next
      }),
    [key],
  )
  const forget = useCallback(() => {
    kept.delete(key)
  }, [key])
  return [value, type, forget] as const
}

const isAnyOpen = (): boolean => document.querySelector('dialog[open]') !== null

/**
 * Runs at once, or as soon as the last open dialog is closed. Leaving a screen would close its dialogs and lose the
 * text typed in them. Returns its undo.
 */
export const whenNoDialog = (run: () => void): (() => void) => {
  if (!isAnyOpen()) {
    run()
    return () => undefined
  }
  const changes = new MutationObserver(() => {
    if (isAnyOpen()) return
    changes.disconnect()
    run()
  })
  changes.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['open'] })
  return () => changes.disconnect()
}
