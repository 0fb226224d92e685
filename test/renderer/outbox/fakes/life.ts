/** More steps than any honest history takes: a loop that never waits. */
const tooManySteps = 50_000

/** One process. Once dead, nothing it waited for ever comes back, as after a SIGKILL. */
export class Life {
  dead = false
  /** It span without waiting and was put down; without this a test would hang instead of fail. */
  ranAway = false
  /** Dies at this many more steps; null: not of its own accord. */
  dieIn: number | null = null
  #steps = 0

  die(): void {
    this.dead = true
  }

  /** A point at which the process can die; stands for a real tick as well. */
  async step(): Promise<void> {
    this.#steps += 1
    if (this.#steps > tooManySteps) this.ranAway = true
    if (this.dieIn !== null) this.dieIn -= 1
    if (this.ranAway || (this.dieIn !== null && this.dieIn <= 0)) this.dead = true
    if (this.dead) await new Promise<never>(() => undefined)
  }
}
