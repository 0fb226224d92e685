import { dialog } from 'electron'
import type { PageChoice, PageState } from './page-keeper.ts'
import type { Words } from './words.ts'

/** What stands beside every question that may end the app: how much is not at the shop yet. */
const kept = (unsent: number, say: Words): string =>
  [unsent > 0 ? say.unsentKept(unsent) : '', say.typedKept].filter(Boolean).join('\n\n')

/** Main's own question about a page that can't ask anything itself. */
export async function askAboutPage(
  state: Exclude<PageState, 'running'>,
  unsent: number,
  say: Words,
  signal: AbortSignal,
): Promise<PageChoice> {
  const choices: readonly (readonly [PageChoice, string])[] = [
    ['again', say.startAgain],
    ['wait', state === 'stuck' ? say.wait : say.later],
    ['quit', say.quitNow],
  ]
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Counterside',
    message: state === 'stuck' ? say.pageStuck : say.pageGone,
    detail: kept(unsent, say),
    buttons: choices.map(([, label]) => label),
    defaultId: 0,
    cancelId: 1,
    noLink: true,
    signal,
  })
  return choices[response]?.[0] ?? 'wait'
}

/** Main's own question before quitting, where the page does not ask it. */
export async function askToQuit(unsent: number, say: Words, signal: AbortSignal): Promise<'quit' | 'again' | 'cancel'> {
  const choices = [
    ['again', say.startAgain],
    ['cancel', say.cancel],
    ['quit', say.quitNow],
  ] as const
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Counterside',
    message: say.quitUnsent(unsent),
    detail: kept(unsent, say),
    buttons: choices.map(([, label]) => label),
    defaultId: 0,
    cancelId: 1,
    noLink: true,
    signal,
  })
  return choices[response]?.[0] ?? 'cancel'
}

/** Whether the app is to start again after an error of main that nobody caught. */
export async function askAfterError(unsent: number, say: Words): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Counterside',
    message: say.mainBroke,
    detail: kept(unsent, say),
    buttons: [say.startAgain, say.goOn],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}
