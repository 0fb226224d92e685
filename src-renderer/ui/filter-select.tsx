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

/** A native select whose name is only spoken: what is chosen says what it is about. */
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
