import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { z } from 'zod'
import { failureOf } from '../base/failure-of.ts'
import { logEvent } from '../base/log.ts'
import { type CallInput, type CallName, type CallOutput, calls, type ParsedInput } from '../contract/calls.ts'
import { failed, failure, type Reply } from '../contract/failures.ts'
import { appOrigin } from '../desktop/file-for.ts'

type Answer<N extends CallName> = Reply<CallOutput<N>> | Promise<Reply<CallOutput<N>>>

/**
 * The only door for calls: checks who asks, parses what is asked, and turns every throw into a coded failure.
 * A handler receives parsed data and cannot be registered in another way.
 */
export function handle<N extends CallName>(name: N, handler: (input: ParsedInput<N>) => Answer<N>): void {
  ipcMain.handle(`call:${name}`, async (event, raw: CallInput<N>) =>
    JSON.stringify(await answer(name, handler, event, raw)),
  )
}

async function answer<N extends CallName>(
  name: N,
  handler: (input: ParsedInput<N>) => Answer<N>,
  event: IpcMainInvokeEvent,
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
    const what = error instanceof Error ? `${error.name} ${why.code ?? ''} ${stackTop(error)}` : typeof error
    logEvent('error', `call-threw ${name}`, what)
    return failed(why)
  }
}

/** Main frame of a window that shows our own page; read synchronously, because the frame may be gone after an await. */
function isOurWindow(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === event.sender.mainFrame && frame.origin === appOrigin
}

/** Where it broke, without the message: a message may quote what a customer typed. */
const stackTop = (error: Error): string =>
  error.stack
    ?.split('\n')
    .find(line => line.includes(' at '))
    ?.trim() ?? ''
