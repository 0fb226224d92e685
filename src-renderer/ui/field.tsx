import { CircleAlert } from 'lucide-react'
import { type ComponentProps, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from 'react'
import { DateInput, type DateInputProps, TimeInput } from './date-input.tsx'
import { NumberInput, type NumberInputProps } from './inputs.tsx'

interface Around {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | null | undefined
  /** Announced like an error, but prevents nothing. */
  readonly warning?: string | null | undefined
  /** How many more characters the field takes. */
  readonly counter?: string | null | undefined
  readonly testId?: string | undefined
}

/** The ids and attributes that connect the frame, the label and the control of a field. */
const useField = (around: Around) => {
  const { hint, counter, error, warning } = around
  const id = useId()
  const parts = { hint, counter, error, warning }
  const describedBy = Object.entries(parts).flatMap(([name, part]) => (part ? [`${id}-${name}`] : []))
  return {
    frame: { id, around },
    control: { id, 'aria-invalid': Boolean(error), 'aria-describedby': describedBy.join(' ') || undefined },
  }
}

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
  const { frame, control } = useField({ label, hint, error, warning, counter, testId })
  return (
    <FieldFrame {...frame}>
      <input autoComplete="off" spellCheck={false} {...input} {...control} className="input" data-testid={testId} />
    </FieldFrame>
  )
}

type DateProps = Around & DateInputProps

export const DateField = ({ label, hint, error, warning, testId, ...input }: DateProps) => {
  const { frame, control } = useField({ label, hint, error, warning, testId })
  return (
    <FieldFrame {...frame}>
      <DateInput {...input} {...control} testId={testId} />
    </FieldFrame>
  )
}

type TimeProps = Around & ComponentProps<typeof TimeInput>

export const TimeField = ({ label, hint, error, warning, testId, ...input }: TimeProps) => {
  const { frame, control } = useField({ label, hint, error, warning, testId })
  return (
    <FieldFrame {...frame}>
      <TimeInput {...input} {...control} testId={testId} />
    </FieldFrame>
  )
}

type NumberProps = Omit<Around, 'hint' | 'counter'> & NumberInputProps

export const NumberField = ({ label, error, warning, testId, ...input }: NumberProps) => {
  const { frame, control } = useField({ label, error, warning, testId })
  return (
    <FieldFrame {...frame}>
      <NumberInput {...input} {...control} testId={testId} />
    </FieldFrame>
  )
}

type SelectProps = Around & SelectHTMLAttributes<HTMLSelectElement>

export const SelectField = ({ label, hint, error, warning, testId, children, ...select }: SelectProps) => {
  const { frame, control } = useField({ label, hint, error, warning, testId })
  return (
    <FieldFrame {...frame}>
      <select {...select} {...control} className="select" data-testid={testId}>
        {children}
      </select>
    </FieldFrame>
  )
}

interface AreaProps extends Around {
  readonly value: string
  readonly onText: (text: string) => void
  readonly rows?: number
  /** Off for texts that are not sentences. */
  readonly spellCheck?: boolean
  /** The language of the text, if it is not the screen's. */
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
  const { frame, control } = useField({ label, hint, error, warning, counter, testId })
  return (
    <FieldFrame {...frame}>
      <textarea
        {...control}
        className="textarea"
        rows={rows}
        lang={lang}
        spellCheck={spellCheck}
        value={value}
        onChange={event => onText(event.target.value)}
        data-testid={testId}
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
