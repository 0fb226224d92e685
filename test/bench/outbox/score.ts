import type { Standing } from './client.ts'
import type { Played } from './play.ts'
import type { Intent, Script } from './script.ts'

/** One line of the table. Counts are of intents. */
export interface Score {
  /** Wanted, never done, and the client neither holds it nor said a word. */
  readonly lost: number
  /** Done more than once. */
  readonly duplicated: number
  /** Neither done nor handed back when the run ended. */
  readonly stuck: number
  /** The client let go of it without a success and without telling anybody; the lost ones are among them. */
  readonly silentlyEnded: number
  /** The shop would have taken it, and a person has to see to it. */
  readonly leftToPerson: number
  /** The screen says done and the shop has nothing, or it says failed and the shop has done it. */
  readonly toldWrongly: number
  readonly postsPerIntent: number
  readonly drainMs: number | null
}

/** What the client's screen and queue say of an intent at the end. */
export const standingOf = ({ id }: Intent, { pending, told }: Pick<Played, 'pending' | 'told'>): Standing =>
  pending.has(id) ? 'pending' : (told.get(id) ?? 'gone')

export function score(script: Script, played: Played): Score {
  const lines = script.intents.map(intent => {
    const { posts, effects } = played.shop.seen(intent.payload.order_item)
    const isWanted = script.faults.get(intent.id) !== 'refused'
    return { posts, effects, isWanted, standing: standingOf(intent, played) }
  })
  const count = (is: (line: (typeof lines)[number]) => boolean): number => lines.filter(is).length
  return {
    lost: count(({ isWanted, effects, standing }) => isWanted && effects === 0 && standing === 'gone'),
    duplicated: count(({ effects }) => effects > 1),
    stuck: count(({ standing }) => standing === 'pending'),
    silentlyEnded: count(({ standing }) => standing === 'gone'),
    leftToPerson: count(({ isWanted, standing }) => isWanted && standing === 'told'),
    toldWrongly: count(
      ({ effects, standing }) => (standing === 'done' && effects === 0) || (standing === 'told' && effects > 0),
    ),
    postsPerIntent: lines.reduce((sum, { posts }) => sum + posts, 0) / lines.length,
    drainMs: played.drainMs,
  }
}
