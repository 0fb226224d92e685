import { ArrowLeft, ArrowRight, Save, Send } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useKeyTitle } from '../../common/commands/commands.tsx'
import { FailureNotice } from '../../common/parts/failure-notice.tsx'
import type { FormChoices } from './choices.ts'
import { type FormField, type FormProblems, findProblems, type RequestForm, shownFields } from './form.ts'
import { focusProblem, useFormKeys } from './form-focus.ts'
import { RequestFields } from './request-fields.tsx'
import { RequestReview, type ReviewLine } from './request-review.tsx'
import { RequestTotal } from './request-total.tsx'
import { useSendTime } from './send-time.ts'

interface RequestStepsProps {
  readonly account: Account
  readonly form: RequestForm
  readonly step: 'edit' | 'review'
  readonly lines: readonly ReviewLine[]
  readonly choices: FormChoices
  readonly failure: Failure | null
  readonly busy: boolean
  /** The request is here already: it was refused, or waits and is changed. */
  readonly again?: 'refused' | 'changed'
  readonly onChange: (change: Partial<RequestForm>) => void
  readonly onStep: (step: 'edit' | 'review') => void
  readonly onSubmit: () => void
  readonly onCancel?: () => void
  readonly extra?: ReactNode
  /** The API's name of the field in `extra`, which shows its own error. */
  readonly extraField?: FormField | undefined
}

const nothingWrong: FormProblems = {}
const noFields: ReadonlySet<string> = new Set()

/** A date or a time that was begun and is not whole: its value is empty, and would be left out without a word. */
const hasUnfinishedTime = (form: HTMLFormElement | null): boolean =>
  form?.querySelector('[data-unfinished="true"]') != null

/** Fill in, look once more, save. Used for new requests and for changing one that waits. */
export const RequestSteps = (props: RequestStepsProps) => {
  const {
    account,
    form,
    step,
    lines,
    choices,
    failure,
    busy,
    again,
    onChange,
    onStep,
    onSubmit,
    onCancel,
    extra,
    extraField,
  } = props
  const { t } = useTranslation()
  const place = useRef<HTMLFormElement>(null)
  const onKeyDown = useFormKeys({ form: place, step, onStep })
  const seen = useSeen(step)
  const reviewTitle = useKeyTitle(t('form.review'), 'request.review')
  const { time } = useSendTime(account)
  const submitLabel =
    again !== undefined && time === 'now'
      ? t(`form.resend.${again}`)
      : t(`form.submit.${time}`, { count: lines.length })
  const submitTitle = useKeyTitle(submitLabel, 'request.review')
  const [checked, setChecked] = useState(false)
  const [unfinished, setUnfinished] = useState(false)
  const reason = choices.reasons.find(each => each.id === form.reason) ?? null
  const problemsNow = (isUnfinished: boolean): FormProblems => ({
    ...findProblems(form, lines, reason, Date.now()),
    ...(isUnfinished ? { pickup_date: 'pickupUnfinished' } : {}),
  })
  const problems = checked ? problemsNow(unfinished) : nothingWrong
  const wrong = Object.keys(problems).length
  // The review shows no fields, so every error is said above it.
  const shown = step === 'edit' ? new Set([...shownFields(form.type), ...(extraField ? [extraField] : [])]) : noFields

  const review = () => {
    const isUnfinished = hasUnfinishedTime(place.current)
    const found = problemsNow(isUnfinished)
    setChecked(true)
    setUnfinished(isUnfinished)
    if (Object.keys(found).length === 0) onStep('review')
    else focusProblem(place.current)
  }

  /** A review may be as old as a crash or a night: what has become wrong since then goes back to its field. */
  const confirm = () => {
    if (Object.keys(problemsNow(false)).length === 0) return onSubmit()
    setChecked(true)
    onStep('edit')
  }

  return (
    <form
      ref={place}
      className="request-steps"
      data-step={step}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (step === 'edit') review()
        else if (!busy && seen.current === 'review') confirm()
      }}
      onKeyDown={onKeyDown}
    >
      <div className="request-body scroll stack">
        {extra}
        {failure ? <FailureNotice why={failure} testId="request-error" shownFields={shown} /> : null}
        {failure === null && wrong > 0 && step === 'edit' ? (
          <Notice tone="bad" role="alert" testId="request-error" code="bad-input" title={t('form.incomplete')}>
            {problems.quantity ? t(`form.problem.${problems.quantity}`) : null}
          </Notice>
        ) : null}
        {step === 'edit' ? (
          <>
            <RequestFields
              form={form}
              choices={choices}
              problems={problems}
              failure={failure}
              onChange={change => {
                setUnfinished(false)
                onChange(change)
              }}
            />
            <RequestTotal lines={lines} />
          </>
        ) : (
          <RequestReview account={account} form={form} choices={choices} lines={lines} />
        )}
      </div>
      <div className="request-foot">
        {onCancel && step === 'edit' ? (
          <Button key="cancel" variant="ghost" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
        ) : null}
        {step === 'edit' ? (
          <Button key="review" type="submit" variant="primary" testId="request-review" title={reviewTitle}>
            {t('form.review')}
            <ArrowRight className="icon" aria-hidden />
          </Button>
        ) : (
          <>
            <Button key="back" variant="ghost" icon={ArrowLeft} disabled={busy} onClick={() => onStep('edit')}>
              {t('form.back')}
            </Button>
            <Button
              key="submit"
              type="submit"
              variant="primary"
              icon={time === 'now' ? Send : Save}
              busy={busy}
              testId="request-submit"
              title={submitTitle}
              // It stands where the button before it stood: the second press of a double click is not meant for it.
              onClick={event => event.detail > 1 && event.preventDefault()}
            >
              {submitLabel}
            </Button>
          </>
        )}
      </div>
    </form>
  )
}

/** Holds what is shown once a frame of it was drawn, until it changes: nobody can mean what they have not seen. */
const useSeen = <T,>(shown: T): RefObject<T | null> => {
  const seen = useRef<T | null>(null)
  useEffect(() => {
    let drawn = 0
    const frame = requestAnimationFrame(() => {
      // A frame is drawn between its callbacks and the next task.
      drawn = window.setTimeout(() => {
        seen.current = shown
      })
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(drawn)
      seen.current = null
    }
  }, [shown])
  return seen
}
