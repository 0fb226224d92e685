import fileWorkerUrl from './file-worker.ts?worker&url'

/** What is used of Chromium's Trusted Types; not in the DOM's types. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string }
}

const onlyOwn = (url: string): string => {
  if (new URL(url, location.href).origin !== location.origin) throw new TypeError('Not a script of this app.')
  return url
}

/** The one policy that the page may make (src-main/desktop/protocol.ts): a worker starts from a file of this app only. */
const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }
const policy = trustedTypes?.createPolicy('counterside-worker', { createScriptURL: onlyOwn })

/** A new worker that writes one file. End it by `terminate`. */
export const startFileWorker = (): Worker =>
  new Worker(policy?.createScriptURL(fileWorkerUrl) ?? onlyOwn(fileWorkerUrl), { type: 'module' })
