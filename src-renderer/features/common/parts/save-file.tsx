import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isTooLarge } from '../../../../src-main/contract/desktop.ts'
import { diskTroubleOf, type Failure, failed, failure, type Reply } from '../../../../src-main/contract/failures.ts'
import { dayText } from '../../../ui/format/day.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useBridge } from '../services/services.tsx'
import { codeLine } from '../words/failure-words.ts'

type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** Saves text or bytes where the person chooses. A cancelled save dialog shows nothing. */
export const useSaveFile = () => {
  const bridge = useBridge()
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  const run = async (name: string, make: () => Promise<Reply<string | Uint8Array>>) => {
    setState({ kind: 'saving' })
    const data = await make()
    const reply = !data.ok
      ? data
      : isTooLarge(data.value)
        ? failed(failure('too-large'))
        : await bridge.app.saveFile({ name, data: data.value })
    if (!reply.ok) setState({ kind: 'failed', failure: reply.failure })
    else setState(reply.value.saved ? { kind: 'saved' } : { kind: 'idle' })
  }
  const save = (name: string, make: () => Promise<Reply<string | Uint8Array>>) => {
    run(name, make).catch(() => setState({ kind: 'idle' }))
  }
  return { state, save }
}

/** Says beside the button whether the file was saved. */
export const SaveOutcome = ({ state }: { state: SaveState }) => {
  const { t } = useTranslation()
  if (state.kind === 'saved')
    return (
      <p className="muted" role="status" data-testid="file-saved">
        {t('file.saved')}
      </p>
    )
  if (state.kind !== 'failed') return null
  return (
    <Notice
      tone="bad"
      role="alert"
      testId="file-not-saved"
      title={t('file.notSaved')}
      code={state.failure.code ?? state.failure.kind}
    >
      <p>{adviceFor(state.failure, t)}</p>
      <p className="mono">{codeLine(state.failure)}</p>
    </Notice>
  )
}

const adviceFor = ({ kind, code }: Failure, t: TFunction): string => {
  switch (kind) {
    case 'too-large':
      return t('file.tooLarge')
    case 'no-answer':
      return t('file.noAnswer')
    case 'storage': {
      const trouble = diskTroubleOf(code)
      return trouble === null ? t('file.notSavedAdvice') : `${t(`file.why.${trouble}`)} ${t('file.unchanged')}`
    }
    default:
      return t('failure.bug.advice')
  }
}

/** Main accepts names of up to 120 letters, with the day and the extension. */
const longestAbout = 90

/** A file's name without its extension: counterside-orders-2026-11-20. */
export const fileName = (about: string, at = Date.now()): string =>
  `counterside-${about.slice(0, longestAbout)}-${dayText(at)}`
