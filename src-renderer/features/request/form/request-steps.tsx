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
  /** Set for an existing entry: it was refused, or it waits and is changed. */
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

/** Whether a date or time is incomplete. Its value is empty, so it would be left out silently. */
const hasUnfinishedTime = (form: HTMLFormElement | null): boolean =>
  form?.querySelector('[data-unfinished="true"]') != null

/** Fill in, review, save. For new requests and for changing an existing entry. */
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
  const formRef = useRef<HTMLFormElement>(null)
  const onKeyDown = useFormKeys({ form: formRef, step, onStep })
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
  // The review shows no fields, so all errors are shown above it.
  const shown = step === 'edit' ? new Set([...shownFields(form.type), ...(extraField ? [extraField] : [])]) : noFields

  const review = () => {
    const isUnfinished = hasUnfinishedTime(formRef.current)
    const found = problemsNow(isUnfinished)
    setChecked(true)
    setUnfinished(isUnfinished)
    if (Object.keys(found).length === 0) onStep('review')
    else focusProblem(formRef.current)
  }

  /** Checks again before saving: a review may be restored hours later. New problems lead back to the fields. */
  const confirm = () => {
    if (Object.keys(problemsNow(false)).length === 0) return onSubmit()
    setChecked(true)
    onStep('edit')
  }

  return (
    <form
      ref={formRef}
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
              // The review button was in the same place, so the second click of a double click must not submit.
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

/** Holds the value once a frame with it was painted, so a key press can't confirm a step that was not visible yet. */
const useSeen = <T,>(shown: T): RefObject<T | null> => {
  const seen = useRef<T | null>(null)
  useEffect(() => {
    let drawn = 0
    const frame = requestAnimationFrame(() => {
      // The browser paints between the frame callback and the next task.
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
