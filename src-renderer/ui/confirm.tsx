import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

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
