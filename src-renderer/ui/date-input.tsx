import type { InputHTMLAttributes } from 'react'

/** With it Chromium's field takes four digits for the year; without it, six. */
const lastDay = '9999-12-31'

export interface DateInputProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'max' | 'value' | 'onChange'> {
  /** YYYY-MM-DD; empty while the field holds no whole day. */
  readonly value: string
  readonly onDay: (day: string) => void
  readonly testId?: string | undefined
}

/** A field for a day of the calendar. */
export const DateInput = ({ onDay, testId, ...input }: DateInputProps) => (
  <input
    {...input}
    type="date"
    max={lastDay}
    className="input"
    data-testid={testId}
    onChange={event => onDay(event.target.value)}
  />
)
