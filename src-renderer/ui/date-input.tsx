import { parseDate } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import { type InputHTMLAttributes, useId, useRef, useState } from 'react'
import { Button, Calendar, CalendarCell, CalendarGrid, Heading, useLocale } from 'react-aria-components'
import { readTime } from '../model/times.ts'
import { dayPattern, formatDayField } from './format/date.ts'
import './date-input.css'

/** YYYY-MM-DD from what a person types or pastes: that, or the day first (`4.12.2026`, `04/12/2026`, `04122026`). */
export const readDay = (text: string): string | null => {
  const plain = text.normalize('NFKC').trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain)
  const dayFirst = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4})$/.exec(plain) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(plain)
  const [year = '', month = '', day = ''] = iso?.slice(1) ?? dayFirst?.slice(1).reverse() ?? []
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return readTime(value)?.kind === 'day' ? value : null
}

/** HH:MM from what a person types: `9`, `9:30`, `09.30`, `0930`. */
export const readClock = (text: string): string | null => {
  const plain = text.normalize('NFKC').trim()
  const parts = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(plain) ?? /^(\d{2})(\d{2})$/.exec(plain)
  const [hours = '', minutes = '00'] = parts?.slice(1) ?? []
  return hours === '' || Number(hours) > 23 || Number(minutes) > 59 ? null : `${hours.padStart(2, '0')}:${minutes}`
}

interface TypedInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'value' | 'onChange'> {
  /** Empty while the field holds nothing that can be read. */
  readonly value: string
  readonly testId?: string | undefined
}

interface TypedInput extends TypedInputProps {
  readonly read: (text: string) => string | null
  readonly show: (value: string) => string
  readonly onValue: (value: string) => void
}

/** Keeps what is typed as it is, and writes it in the usual form when the field is left. */
const TypedInput = ({ value, read, show, onValue, testId, ...input }: TypedInput) => {
  const [typed, setTyped] = useState(() => show(value))
  const text = (read(typed) ?? '') === value ? typed : show(value)
  return (
    <input
      autoComplete="off"
      spellCheck={false}
      {...input}
      type="text"
      inputMode="numeric"
      className="input"
      data-testid={testId}
      data-unfinished={text.trim() !== '' && value === ''}
      value={text}
      onChange={event => {
        setTyped(event.target.value)
        onValue(read(event.target.value) ?? '')
      }}
      onBlur={() => value !== '' && setTyped(show(value))}
    />
  )
}

export interface DateInputProps extends TypedInputProps {
  readonly onDay: (day: string) => void
  /** What the button that opens the calendar is called. */
  readonly calendarLabel: string
}

/**
 * A field for a day of the calendar (YYYY-MM-DD), in the language of the app. The native one writes the day in the
 * order of the system, and takes no pasted date.
 */
export const DateInput = ({ onDay, calendarLabel, ...input }: DateInputProps) => {
  const { locale } = useLocale()
  const id = useId().replace(/\W/g, '')
  const popover = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <span className="date-input" style={{ anchorName: `--${id}` }}>
      <TypedInput
        {...input}
        read={readDay}
        show={value => formatDayField(value, locale)}
        placeholder={dayPattern(locale)}
        onValue={onDay}
      />
      <button type="button" className="date-open" popoverTarget={id} aria-label={calendarLabel} title={calendarLabel}>
        <CalendarDays className="icon" aria-hidden />
      </button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        className="date-popover"
        style={{ positionAnchor: `--${id}` }}
        onToggle={event => setOpen(event.newState === 'open')}
      >
        {isOpen ? (
          <Calendar
            aria-label={calendarLabel}
            autoFocus
            defaultValue={input.value === '' ? null : parseDate(input.value)}
            onChange={day => {
              onDay(day.toString())
              popover.current?.hidePopover()
            }}
          >
            <header>
              <Button slot="previous" className="date-step">
                <ChevronLeft className="icon" aria-hidden />
              </Button>
              <Heading />
              <Button slot="next" className="date-step">
                <ChevronRight className="icon" aria-hidden />
              </Button>
            </header>
            <CalendarGrid weekdayStyle="short">{day => <CalendarCell date={day} />}</CalendarGrid>
          </Calendar>
        ) : null}
      </div>
    </span>
  )
}

/** A field for a time of the day (HH:MM, 24 hours). */
export const TimeInput = ({ onTime, ...input }: TypedInputProps & { readonly onTime: (time: string) => void }) => (
  <TypedInput {...input} read={readClock} show={value => value} onValue={onTime} placeholder="00:00" />
)
