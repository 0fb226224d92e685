import { type InputHTMLAttributes, type KeyboardEvent, useState } from 'react'

/** Reads a whole number; null for anything else, such as `2.5`, `-1` or `1e3`. */
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
 * A field for a whole number. A native number field changes with the wheel, hides what it can't read and takes letters.
 * Here the arrow keys step within the bounds, typed or pasted text stays as it is, and the value is null while the text
 * is no whole number, so that the form can say so.
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

export interface SelectChoice {
  readonly value: string
  readonly label: string
}

interface FilterSelectProps {
  readonly testId: string
  readonly label: string
  readonly value: string
  readonly choices: readonly SelectChoice[]
  readonly onChoose: (value: string) => void
}

/** A native select without a visible label: its choices say what it is about. */
export const FilterSelect = ({ testId, label, value, choices, onChoose }: FilterSelectProps) => (
  <select
    className="select"
    data-testid={testId}
    aria-label={label}
    title={label}
    value={value}
    onChange={event => onChoose(event.target.value)}
  >
    {choices.map(choice => (
      <option key={choice.value} value={choice.value}>
        {choice.label}
      </option>
    ))}
  </select>
)
