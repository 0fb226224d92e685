import { dialog } from 'electron'
import type { PageChoice, PageState } from './page-keeper.ts'
import type { Words } from './words.ts'

interface Question<Choice> {
  readonly type: 'warning' | 'question' | 'error'
  readonly message: string
  /** How many requests are not at the shop yet. It stands beside every question that may end the app. */
  readonly unsent: number
  readonly say: Words
  /** The buttons. Enter takes the first, Esc the second. */
  readonly choices: readonly [readonly [Choice, string], readonly [Choice, string], ...(readonly [Choice, string])[]]
  /** Takes the question back: the second choice. */
  readonly signal?: AbortSignal
}

async function ask<Choice>({ type, message, unsent, say, choices, signal }: Question<Choice>): Promise<Choice> {
  const { response } = await dialog.showMessageBox({
    type,
    title: 'Counterside',
    message,
    detail: [unsent > 0 ? say.unsentKept(unsent) : '', say.typedKept].filter(Boolean).join('\n\n'),
    buttons: choices.map(([, label]) => label),
    defaultId: 0,
    cancelId: 1,
    noLink: true,
    ...(signal ? { signal } : {}),
  })
  return (choices[response] ?? choices[1])[0]
}

/** Main's own question about a page that can't ask anything itself. */
export const askAboutPage = (
  state: Exclude<PageState, 'running'>,
  unsent: number,
  say: Words,
  signal: AbortSignal,
): Promise<PageChoice> =>
  ask<PageChoice>({
    type: 'warning',
    message: state === 'stuck' ? say.pageStuck : say.pageGone,
    unsent,
    say,
    choices: [
      ['again', say.startAgain],
      ['wait', state === 'stuck' ? say.wait : say.later],
      ['quit', say.quitNow],
    ],
    signal,
  })

/** Main's own question before quitting, where the page does not ask it. */
export const askToQuit = (unsent: number, say: Words, signal: AbortSignal): Promise<'quit' | 'again' | 'cancel'> =>
  ask<'quit' | 'again' | 'cancel'>({
    type: 'question',
    message: say.quitUnsent(unsent),
    unsent,
    say,
    choices: [
      ['again', say.startAgain],
      ['cancel', say.cancel],
      ['quit', say.quitNow],
    ],
    signal,
  })

/** Whether the app starts again after an error of main that nothing caught. */
export const askAfterError = (unsent: number, say: Words): Promise<boolean> =>
  ask<boolean>({
    type: 'error',
    message: say.mainBroke,
    unsent,
    say,
    choices: [
      [true, say.startAgain],
      [false, say.goOn],
    ],
  })
