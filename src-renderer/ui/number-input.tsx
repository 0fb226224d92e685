import { type InputHTMLAttributes, type KeyboardEvent, useState } from 'react'

/** A whole number as a person types it; null for everything else, such as `2.5`, `-1` or `1e3`. */
export const readNumber = (text: string): number | null => {
  const plain = text.normalize('NFKC').trim()
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null
}

export interface NumberInputProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'value' | 'onChange' | 'min' | 'max'> {
  /** Null while the field holds no whole number. */
  readonly value: number | null
  readonly min: number
  readonly max: number
  readonly onNumber: (value: number | null) => void
  readonly testId?: string | undefined
}

/**
 * A field for a whole number. No native number field: that one changes with the wheel, hides what it can't read and
 * takes letters. Here the arrow keys step within the bounds, what is typed or pasted stays as it is, and what is no
 * whole number is null, for the form to say so beside it.
 */
export const NumberInput = ({ value, min, max, onNumber, testId, ...input }: NumberInputProps) => {
  const [typed, setTyped] = useState(String(value ?? ''))
  const text = readNumber(typed) === value ? typed : String(value ?? '')
  const show = (next: string) => {
    setTyped(next)
    onNumber(readNumber(next))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (step === 0 || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    show(String(Math.min(max, Math.max(min, value === null ? min : value + step))))
  }
  return (
    <input
      autoComplete="off"
      spellCheck={false}
      {...input}
      type="text"
      inputMode="numeric"
      role="spinbutton"
      className="input"
      data-testid={testId}
      aria-valuenow={value ?? undefined}
      aria-valuemin={min}
      aria-valuemax={max}
      value={text}
      onChange={event => show(event.target.value)}
      onKeyDown={onKeyDown}
    />
  )
}
