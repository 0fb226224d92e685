import { CircleAlert } from 'lucide-react'
import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from 'react'
import { DateInput, type DateInputProps } from './date-input.tsx'
import { NumberInput, type NumberInputProps } from './number-input.tsx'

interface Around {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | null | undefined
  /** Said aloud like an error, but it stops nothing. */
  readonly warning?: string | null | undefined
  /** How much more the field takes. */
  readonly counter?: string | null | undefined
  readonly testId?: string | undefined
}

const describedBy = (id: string, { hint, counter, error, warning }: Around): string | undefined =>
  [hint ? `${id}-hint` : '', counter ? `${id}-counter` : '', error ? `${id}-error` : '', warning ? `${id}-warning` : '']
    .filter(Boolean)
    .join(' ') || undefined

const FieldFrame = ({ id, around, children }: { id: string; around: Around; children: ReactNode }) => (
  <div className="field">
    <label className="field-label" htmlFor={id}>
      {around.label}
    </label>
    {children}
    {around.hint ? (
      <span className="field-hint" id={`${id}-hint`}>
        {around.hint}
      </span>
    ) : null}
    {around.counter ? (
      <span className="field-hint" id={`${id}-counter`} data-counter>
        {around.counter}
      </span>
    ) : null}
    {around.warning ? (
      <span className="field-error field-warning" id={`${id}-warning`} role="status">
        <CircleAlert className="icon" aria-hidden />
        {around.warning}
      </span>
    ) : null}
    {around.error ? (
      <span className="field-error" id={`${id}-error`} role="alert">
        <CircleAlert className="icon" aria-hidden />
        {around.error}
      </span>
    ) : null}
  </div>
)

type InputProps = Around & InputHTMLAttributes<HTMLInputElement>

export const TextField = ({ label, hint, error, warning, counter, testId, ...input }: InputProps) => {
  const id = useId()
  const around = { label, hint, error, warning, counter, testId }
  return (
    <FieldFrame id={id} around={around}>
      <input
        autoComplete="off"
        spellCheck={false}
        {...input}
        id={id}
        className="input"
        data-testid={testId}
        aria-invalid={Boolean(error)}
        aria-describedby={describedBy(id, around)}
      />
    </FieldFrame>
  )
}

type DateProps = Around & DateInputProps

export const DateField = ({ label, hint, error, warning, testId, ...input }: DateProps) => {
  const id = useId()
  const around = { label, hint, error, warning, testId }
  return (
    <FieldFrame id={id} around={around}>
      <DateInput
        {...input}
        id={id}
        testId={testId}
        aria-invalid={Boolean(error)}
        aria-describedby={describedBy(id, around)}
      />
    </FieldFrame>
  )
}

type NumberProps = Omit<Around, 'hint' | 'counter'> & NumberInputProps

export const NumberField = ({ label, error, warning, testId, ...input }: NumberProps) => {
  const id = useId()
  const around = { label, error, warning, testId }
  return (
    <FieldFrame id={id} around={around}>
      <NumberInput
        {...input}
        id={id}
        testId={testId}
        aria-invalid={Boolean(error)}
        aria-describedby={describedBy(id, around)}
      />
    </FieldFrame>
  )
}

type SelectProps = Around & SelectHTMLAttributes<HTMLSelectElement>

export const SelectField = ({ label, hint, error, warning, testId, children, ...select }: SelectProps) => {
  const id = useId()
  const around = { label, hint, error, warning, testId }
  return (
    <FieldFrame id={id} around={around}>
      <select
        {...select}
        id={id}
        className="select"
        data-testid={testId}
        aria-invalid={Boolean(error)}
        aria-describedby={describedBy(id, around)}
      >
        {children}
      </select>
    </FieldFrame>
  )
}

interface AreaProps extends Around {
  readonly value: string
  readonly onText: (text: string) => void
  readonly rows?: number
  /** Off where no sentences are written. */
  readonly spellCheck?: boolean
  /** Of the text inside, where it is not the screen's. */
  readonly lang?: string
}

export const AreaField = ({
  label,
  hint,
  error,
  warning,
  counter,
  testId,
  value,
  onText,
  rows = 3,
  spellCheck = true,
  lang,
}: AreaProps) => {
  const id = useId()
  const around = { label, hint, error, warning, counter, testId }
  return (
    <FieldFrame id={id} around={around}>
      <textarea
        id={id}
        className="textarea"
        rows={rows}
        lang={lang}
        spellCheck={spellCheck}
        value={value}
        onChange={event => onText(event.target.value)}
        data-testid={testId}
        aria-invalid={Boolean(error)}
        aria-describedby={describedBy(id, around)}
      />
    </FieldFrame>
  )
}

interface CheckProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: ReactNode
  readonly testId?: string
}

export const CheckField = ({ label, testId, ...input }: CheckProps) => (
  <label className="check">
    <input {...input} type="checkbox" data-testid={testId} />
    <span>{label}</span>
  </label>
)
