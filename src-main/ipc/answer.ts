import type { z } from 'zod'
import { failureOf } from '../base/error-codes.ts'
import { firstFrame, logEvent } from '../base/log.ts'
import { type CallName, type CallOutput, calls, type ParsedInput } from '../contract/calls.ts'
import { failed, failure, type Reply } from '../contract/failures.ts'
import { appOrigin } from '../desktop/file-for.ts'

/** What a call is answered with by the part of main that knows. */
export type Handler<N extends CallName> = (
  input: ParsedInput<N>,
) => Reply<CallOutput<N>> | Promise<Reply<CallOutput<N>>>

/** As much of Electron's IpcMainInvokeEvent as is used. */
export interface CallEvent<Frame extends { readonly origin: string } = { readonly origin: string }> {
  readonly senderFrame: Frame | null
  readonly sender: { readonly mainFrame: Frame }
}

/** Checks who calls, parses the input, and turns every throw into a coded failure. */
export async function answer<N extends CallName>(
  name: N,
  handler: Handler<N>,
  event: CallEvent,
  raw: unknown,
): Promise<Reply<CallOutput<N>>> {
  if (!isOurWindow(event)) {
    logEvent('warn', 'ipc-refused', name)
    return failed(failure('refused'))
  }
  const parsed = (calls[name].input as unknown as z.ZodType<ParsedInput<N>>).safeParse(raw)
  if (!parsed.success) {
    const errors = parsed.error.issues
      .slice(0, 20)
      .map(issue => ({ field: issue.path.join('.') || null, text: issue.code }))
    return failed(failure('bad-input', { errors }))
  }
  try {
    return await handler(parsed.data)
  } catch (error) {
    const why = failureOf(error)
    const what = error instanceof Error ? `${error.name} ${why.code ?? ''} ${firstFrame(error)}` : typeof error
    logEvent('error', `call-threw ${name}`, what)
    return failed(why)
  }
}

/** The main frame of a window that shows our own page. Read before any await: the frame may be gone after one. */
function isOurWindow({ senderFrame, sender }: CallEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.origin === appOrigin
}
