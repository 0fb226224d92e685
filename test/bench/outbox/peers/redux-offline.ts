import { offline } from '@redux-offline/redux-offline'
import { type AnyAction, applyMiddleware, compose, createStore } from 'redux'
import type { Client } from '../client.ts'
import type { Life } from '../life.ts'
import { HttpError, plainPost } from '../plain-post.ts'
import { type Intent, timeScale } from '../script.ts'
import { versionOf } from './version.ts'

/** Its own schedule, milliseconds; then it gives up. */
const scheduleMs = [1, 5, 15, 30, 60, 180, 300, 600, 1800, 3600].map(seconds => (seconds * 1000) / timeScale)

interface State {
  readonly offline: { readonly outbox: readonly AnyAction[] }
  readonly known: Readonly<Record<string, string>>
}

/** Node-style callbacks, as redux-persist 4 wants them. */
const storageOf = ({ storage }: Life) => ({
  getItem: (key: string, back: (error: null, value: string | null) => void) =>
    void storage.getItem(key).then(value => back(null, value)),
  setItem: (key: string, value: string, back: (error: null) => void) =>
    void storage.setItem(key, value).then(() => back(null)),
  removeItem: (key: string, back: (error: null) => void) => void storage.removeItem(key).then(() => back(null)),
  getAllKeys: (back: (error: null, keys: readonly string[]) => void) =>
    void storage.keys().then(keys => back(null, keys)),
})

export const client: Client = {
  name: '@redux-offline/redux-offline',
  version: versionOf('@redux-offline/redux-offline'),
  setup: `createStore(reducer, compose(applyMiddleware(), offline({
  effect: intent => post(intent),            // cookies and token of this moment
  discard: error => error.status >= 400 && error.status < 500,
                                             // what its guide says; its code also discards what has no status
  retry: (action, n) => [1, 5, 15, 30, 60, 180, ...][n] * 1000 / ${timeScale},   // its own schedule, faster
  detectNetwork,                             // told by the bench, as the browser's events would
  persistOptions: { storage },
})))
// each action has a commit and a rollback; the reducer keeps what was rolled back`,
  async open(_disk, life, shop) {
    const reducer = (state: State['known'] = {}, { type, meta }: AnyAction): State['known'] => {
      if (type !== 'COMMIT' && type !== 'ROLLBACK') return state
      if (!life.over) shop.tell(meta.intentId, type === 'COMMIT' ? 'done' : 'told')
      return { ...state, [meta.intentId]: type }
    }
    const root = (state: State | undefined, action: AnyAction) => ({ ...state, known: reducer(state?.known, action) })
    const store = await new Promise<{
      readonly dispatch: (action: AnyAction) => unknown
      readonly getState: () => State
    }>(resolve => {
      // Its declarations speak of other versions of redux and redux-persist than it runs with.
      const made = createStore(
        root as never,
        compose(
          applyMiddleware(),
          offline({
            effect: (intent: Intent) => plainPost(intent.payload, life, shop),
            discard: (error: unknown) => error instanceof HttpError && error.status >= 400 && error.status < 500,
            retry: (_: unknown, tries: number) => scheduleMs[tries] ?? null,
            detectNetwork: (tell: (at: { readonly online: boolean }) => void) => {
              tell({ online: life.online })
              life.onOnline(online => tell({ online }))
            },
            persistOptions: { storage: storageOf(life) },
            persistCallback: () => resolve(made as never),
          } as never),
        ) as never,
      )
    })
    return {
      async submit(intent) {
        const { id: intentId } = intent
        const commit = { type: 'COMMIT', meta: { intentId } }
        const rollback = { type: 'ROLLBACK', meta: { intentId } }
        store.dispatch({ type: 'SEND', payload: { intentId }, meta: { offline: { effect: intent, commit, rollback } } })
      },
      async pending() {
        return new Set(store.getState().offline.outbox.map(({ payload }) => payload.intentId))
      },
      signedIn: () => undefined,
    }
  },
}
