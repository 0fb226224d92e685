import { LoaderCircle, type LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes } from 'react'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: 'primary' | 'secondary' | 'ghost' | 'danger' | 'quiet-danger'
  readonly small?: boolean
  readonly busy?: boolean
  readonly icon?: LucideIcon
  readonly testId?: string | undefined
}

/** A native button. While busy it ignores presses but keeps focus, which a disabled button would lose. */
export const Button = ({
  variant = 'secondary',
  small = false,
  busy = false,
  icon: Icon,
  testId,
  className = '',
  children,
  disabled,
  onClick,
  ...rest
}: ButtonProps) => {
  const bare = children === undefined
  const classes = `button button-${variant}${small ? ' button-small' : ''}${bare ? ' button-icon' : ''} ${className}`
  return (
    <button
      type="button"
      {...rest}
      className={classes}
      data-testid={testId}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={event => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {busy ? <LoaderCircle className="icon spin" aria-hidden /> : Icon ? <Icon className="icon" aria-hidden /> : null}
      {children}
    </button>
  )
}
