import type { TFunction } from 'i18next'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bridge } from '../../src-main/contract/bridge.ts'
import type { AppInfo } from '../../src-main/contract/calls.ts'
import type { Failure } from '../../src-main/contract/failures.ts'
import type { Protection, VaultStatus } from '../../src-main/contract/vault.ts'
import { FailureNotice } from '../features/common/parts/failure-notice.tsx'
import { type Counterside, type Preferences, ServicesProvider } from '../features/common/services/services.tsx'
import { diskAdvice } from '../features/common/words/failure-words.ts'
import { ChooseProtection } from '../features/desk/protection/choose-protection.tsx'
import { Unlock } from '../features/desk/protection/unlock.tsx'
import { VaultUnavailable } from '../features/desk/protection/vault-unavailable.tsx'
import { DraftDb, keepDrafts } from '../features/request/form/draft-keeper.ts'
import { draftStore, draftTrouble } from '../features/request/form/drafts.ts'
import { storageFailure, withDeadline } from '../storage/deadline.ts'
import { type KeptStore, keptNowhere, openKeptStore } from '../storage/kept-store.ts'
import { type Room, roomOf } from '../storage/room.ts'
import { createSealer, type Sealer } from '../storage/sealer.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { StartFailed } from './counterside.ts'
import { Signed } from './signed.tsx'

export type CreateCounterside = (input: {
  readonly bridge: Bridge
  readonly keyBase64: string
}) => Promise<Counterside & { start(): void }>

export interface AppProps {
  readonly bridge: Bridge
  readonly createCounterside: CreateCounterside
}

type Step =
  | { readonly kind: 'asking' }
  | { readonly kind: 'vault'; readonly status: Exclude<VaultStatus, { state: 'open' }> }
  | {
      readonly kind: 'open'
      readonly counterside: Counterside
      readonly protection: Protection
      readonly kept: KeptStore
    }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** A call to main that is answered from memory, ms. */
const answerMs = 10_000
/** After this the person is told what the start waits for, ms. */
const slowMs = 5_000

/** What the person set up. Once an app run; without its disk it lasts as long as the app, and says so. */
let keptStore: Promise<KeptStore> | null = null
let keptDrafts: Promise<unknown> | null = null

const openKept = (sealing: Promise<Sealer>, room: Room): Promise<KeptStore> => {
  keptStore ??= sealing.then(sealer => openKeptStore(sealer, room)).catch(error => keptNowhere(storageFailure(error)))
  return keptStore
}

/** Once an app run; without it the app works, only what was typed does not outlive it. */
const restoreDrafts = (sealing: Promise<Sealer>, room: Room): Promise<unknown> => {
  keptDrafts ??= sealing
    .then(sealer => keepDrafts(draftStore, sealer, room, new DraftDb(), draftTrouble))
    .catch(error => draftTrouble.set(storageFailure(error)))
  return keptDrafts
}

/** Nothing was typed yet, of which the usual words speak. */
const startAdvice = (why: Failure, t: TFunction): { advice?: string } => {
  const advice = diskAdvice(why, t)
  return advice === null ? {} : { advice }
}

/** Never a bare skeleton for long: a keyring that waits for its owner is somewhere behind this window. */
const Starting = ({ onAgain }: { readonly onAgain: () => void }) => {
  const { t } = useTranslation()
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className="boot">
      <div className="boot-wait">
        {isSlow ? (
          <Notice
            tone="wait"
            role="status"
            testId="start-slow"
            title={t('app.slow')}
            actions={
              <Button small onClick={onAgain}>
                {t('action.tryAgain')}
              </Button>
            }
          >
            {t('app.slowText')}
          </Notice>
        ) : null}
        <Skeleton rows={4} label={t('app.starting')} />
      </div>
    </main>
  )
}

interface GateProps extends AppProps {
  readonly info: AppInfo
  readonly preferences: Preferences
}

/** Nothing personal is read or shown before the vault is open. */
export const Gate = ({ bridge, createCounterside, info, preferences }: GateProps) => {
  const { t } = useTranslation()
  const [step, setStep] = useState<Step>({ kind: 'asking' })
  // Two data layers over one set of databases would fight: opened once, whatever React does.
  const opened = useRef<Promise<Counterside & { start(): void }> | null>(null)

  const enter = useCallback(
    async (status: VaultStatus) => {
      if (status.state !== 'open') return setStep({ kind: 'vault', status })
      const key = await withDeadline(bridge.vault.key(undefined), answerMs, 'Asking for the key')
      if (!key.ok) return setStep({ kind: 'failed', failure: key.failure })
      if (opened.current === null) {
        opened.current = createCounterside({ bridge, keyBase64: key.value })
        opened.current.then(counterside => counterside.start()).catch(() => undefined)
      }
      const sealing = createSealer(key.value)
      const room = roomOf(bridge)
      const [counterside, kept] = await Promise.all([
        opened.current,
        openKept(sealing, room),
        restoreDrafts(sealing, room),
      ])
      setStep({ kind: 'open', counterside, kept, protection: status.protection })
    },
    [bridge, createCounterside],
  )

  const ask = useCallback(async () => {
    setStep({ kind: 'asking' })
    const reply = await bridge.vault.status(undefined)
    if (reply.ok) await enter(reply.value)
    else setStep({ kind: 'failed', failure: reply.failure })
  }, [bridge, enter])

  const broke = useCallback((error: unknown) => {
    opened.current = null
    setStep({ kind: 'failed', failure: error instanceof StartFailed ? error.failure : storageFailure(error) })
  }, [])
  const go = useCallback((work: Promise<void>) => work.catch(broke), [broke])

  useEffect(() => {
    go(ask()).catch(() => undefined)
  }, [ask, go])

  const onStatus = (status: VaultStatus) => {
    go(enter(status)).catch(() => undefined)
  }
  const aside = {
    dataFolder: info.dataFolder,
    setAside: () => bridge.vault.setAside(undefined),
    onAgain: () => {
      go(ask()).catch(() => undefined)
    },
  }
  switch (step.kind) {
    case 'asking':
      return <Starting onAgain={aside.onAgain} />
    case 'failed':
      return (
        <main className="boot">
          <div className="card boot-card" data-testid="start-failed">
            <h1>{t('app.startFailed')}</h1>
            <FailureNotice why={step.failure} {...startAdvice(step.failure, t)} />
            {step.failure.kind === 'storage' && info.dataFolder !== '' ? (
              <p>
                {t('disk.folder')}{' '}
                <span className="mono" data-testid="start-failed-folder">
                  {info.dataFolder}
                </span>
              </p>
            ) : null}
            <Button
              variant="primary"
              onClick={() => {
                go(ask()).catch(() => undefined)
              }}
            >
              {t('action.tryAgain')}
            </Button>
          </div>
        </main>
      )
    case 'vault':
      if (step.status.state === 'choose') return <ChooseProtection protect={bridge.vault.protect} onStatus={onStatus} />
      return step.status.state === 'locked' ? (
        <Unlock unlock={passphrase => bridge.vault.unlock({ passphrase })} onStatus={onStatus} {...aside} />
      ) : (
        <VaultUnavailable reason={step.status.reason} {...aside} />
      )
    case 'open':
      return (
        <ServicesProvider
          value={{
            bridge,
            counterside: step.counterside,
            info,
            protection: step.protection,
            preferences,
            kept: step.kept,
          }}
        >
          <Signed />
        </ServicesProvider>
      )
  }
}
